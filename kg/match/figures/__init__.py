"""Numbers with units in, observations out: what was measured, of whom, when."""
