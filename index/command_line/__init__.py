"""The operator's side: `python -m index` in a terminal, and what the bot's own commands share with it."""
