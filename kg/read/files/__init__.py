"""Paths in, decoded sources out: one reader a format, and what the user says of the files."""
