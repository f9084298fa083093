"""Accounts to event nodes: what they agree on, where they differ, their labels, links and stories."""
