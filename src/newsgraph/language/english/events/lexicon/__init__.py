"""Which words, in which company, name which kind of event: the entries and what they ask of a sentence."""
