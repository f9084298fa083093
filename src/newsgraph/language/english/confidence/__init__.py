"""How sure a claim is: from features of what fired to the share of such claims that is right."""
