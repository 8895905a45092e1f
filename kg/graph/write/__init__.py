"""Knowledge in, sorted N-Triples and Turtle in their files out."""
