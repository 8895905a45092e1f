"""Sentences in, mentions and claims out."""
