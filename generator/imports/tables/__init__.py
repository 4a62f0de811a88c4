"""A grid of cells to items: which row is the header, which column is what, which rows are one."""
