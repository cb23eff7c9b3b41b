"""How the bot connects, registers its commands, divides itself into shards, and stops in order."""
