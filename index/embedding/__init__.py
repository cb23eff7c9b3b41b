"""From a cleaned article to vectors: chunks on sentence boundaries, and the model that embeds them."""
