"""Files of rules and words in, what the other rooms match with out; the automaton and the cutter of words."""
