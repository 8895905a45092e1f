"""Characters in, numbers with units, bounds and periods out."""
