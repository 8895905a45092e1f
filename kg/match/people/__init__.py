"""Text in, names of people out, each by what its surroundings say."""
