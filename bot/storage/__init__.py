"""Beside the flow: what the bot remembers between restarts, in one SQLite file."""
