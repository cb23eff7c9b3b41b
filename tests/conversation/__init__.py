"""The real bot process on the loopback Discord: what starts it, what it reads, what its humans see."""
