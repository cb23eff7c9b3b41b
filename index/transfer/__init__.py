"""Beside a build: a published index as one file, and such a file published again, here or elsewhere."""
