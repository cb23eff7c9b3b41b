"""A real Chroma server in trouble. `make campaigns` also runs on one what holds for every vector store."""
