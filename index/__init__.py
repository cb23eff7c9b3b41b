"""The index: articles in, passages out.

Knows nothing of Discord or of language models, and works on its own (`python -m index`).
The data flows `reading` → `cleaning` → `chunking` → `embedding` → `generation` while building,
and `retrieve` → passages while searching.
"""
