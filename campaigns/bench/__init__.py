"""Measures speed and memory against the targets: `python -m campaigns.bench`, see docs/performance.md."""
