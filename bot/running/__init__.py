"""Around the Discord client: how it connects, divides itself into shards, and stops in order."""
