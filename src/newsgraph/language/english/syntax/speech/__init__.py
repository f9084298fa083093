"""The grammar of speech: words of saying, the clauses that they report, quotations and who introduces them."""
