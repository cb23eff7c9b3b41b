"""`python -m bot`: each command from its options to its exit status."""
