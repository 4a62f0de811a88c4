"""The internal side: what is withheld, how that was decided, and its register.

Nothing that publishes can reach this package.  Two commands bring both sides together; both get the
public catalogue from their caller and read ``internal/`` themselves.
"""
