"""A graph in, the formats of other tools, reports on it and comparisons with another out."""
