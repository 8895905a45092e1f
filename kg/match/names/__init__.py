"""Text in, names of bodies, houses, goods, programmes and mechanisms out."""
