"""One failing example for every rule, and what must stay silent."""
