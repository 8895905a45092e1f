"""Sources in, documents out: the article that the editor wrote, its sentences, and where each character stood."""
