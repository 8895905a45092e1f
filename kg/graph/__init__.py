"""Knowledge in, RDF out, and what is made of RDF."""
