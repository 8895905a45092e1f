"""Names such as 三联四会 in, what each number of them counts out; the members of a written list."""
