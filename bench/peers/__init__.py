"""Hugo and Pagefind beside this program: the same pages, the same edits, one run."""
