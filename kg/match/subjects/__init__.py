"""Clauses in, of whom each speaks out."""
