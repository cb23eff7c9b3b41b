"""From a question's words to passages: the search worker, and the client that starts and replaces it."""
