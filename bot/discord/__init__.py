"""The bot on Discord: the only place for discord.py, one folder for each thing that a person does."""
