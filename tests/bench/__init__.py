"""Measures speed and memory against the targets: `python -m tests.bench`, see docs/performance.md."""
