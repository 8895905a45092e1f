"""Mentions and rules in, claims of relations out, and what a rule silenced."""
