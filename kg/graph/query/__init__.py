"""Queries in, answers in the forms that people and machines accept out."""
