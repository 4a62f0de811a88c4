"""Entries of a table into the catalogue: their ids, their places, and the text of the files."""
