"""Whether an event happened: actual, negated, possible or future, from the words that have it in their scope."""
