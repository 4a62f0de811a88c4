"""The bytes of an office file to grids of cells; what a reader does not see is named."""
