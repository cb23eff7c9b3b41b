"""A hosted embedding model in trouble."""
