"""The internal side: what is withheld, how that was decided, and its register.

Nothing that publishes can reach this package; a command of its own brings both sides together.
"""
