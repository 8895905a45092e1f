"""A store in, the networkx graph and the page with its picture out."""
