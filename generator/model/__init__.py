"""Records: what may be written, and how it is typed."""
