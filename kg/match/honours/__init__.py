"""Text in, honours out: their titles, levels, givers and recipients."""
