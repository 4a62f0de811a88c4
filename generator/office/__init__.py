"""The internal side: what is withheld, how that was decided, and its register.

Nothing that publishes can reach this package.  The few commands that bring both sides together get
the public catalogue from their caller and read ``internal/`` themselves.
"""
