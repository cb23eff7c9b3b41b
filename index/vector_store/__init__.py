"""The only place that knows Chroma: an embedded folder, a server, or Chroma Cloud."""
