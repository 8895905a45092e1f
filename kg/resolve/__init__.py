"""Mentions in, entities out; claims in, facts out: within one document."""
