"""The terminal: a chat, one answer, and how both look."""
