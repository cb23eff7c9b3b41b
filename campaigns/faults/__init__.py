"""Everything that can go wrong around the real processes, one test for each fault."""
