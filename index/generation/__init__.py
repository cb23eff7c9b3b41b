"""One published index, never written again: its files, how it is opened, and which one answers."""
