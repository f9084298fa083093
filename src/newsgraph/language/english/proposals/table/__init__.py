"""The table of proposals (`lexicons/proposal_patterns.csv`): its language, what it names, and who interprets it."""
