"""A graph in, what speaks HTTP of it out: a server on this machine, and the way to stores elsewhere."""
