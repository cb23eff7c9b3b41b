"""Passages in, a verified answer out. Knows nothing of Discord."""
