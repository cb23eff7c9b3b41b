"""Beside a build: looks at every part of an index, says what is wrong, and mends what can be mended."""
