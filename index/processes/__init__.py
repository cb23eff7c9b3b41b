"""The build side for whoever talks to people: commands of `python -m index`, each in a process of its own."""
