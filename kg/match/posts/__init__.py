"""Mentions in, claims out of who holds which post in which body."""
