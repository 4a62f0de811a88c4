"""The past of the catalogue, as git knows it: `gongkai adjust`, `diff` and `history`.

Nothing that builds, checks or shows a site imports this package.
"""
