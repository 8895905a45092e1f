"""Text in, names of places out, and which of them lies in which."""
