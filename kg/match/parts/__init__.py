"""A name that announces parts in, the list that spells it out out."""
