"""Search: what records say, cut into terms, and who holds which term."""
