"""Who does an event to whom: from grammatical relations to agents and targets, kind by kind."""
