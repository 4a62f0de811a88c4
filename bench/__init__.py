"""How long a build takes and how much memory: a made-up site of any size, measured by stage.

`corpus` writes the site, `stages` builds it in whole processes and prints a table.  Nothing here is
part of the program, and no figure here passes or fails a test: machines differ, ratios less so.
"""
