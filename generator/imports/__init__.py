"""Office tables in: files of any form to entries, with an account of every cell."""
