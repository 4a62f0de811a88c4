"""The past of the catalogue, as git knows it: `gongkai adjust`, `diff` and `history`, and what
`check` says of changes that no adjustment tells of.

Nothing that builds or shows a site imports this package.
"""
