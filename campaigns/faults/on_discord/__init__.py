"""Faults that one bot process lives through, one after the other, and is none the worse for."""
