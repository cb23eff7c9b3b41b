"""A small newspaper of invented articles, and settings that index it."""

from pathlib import Path

import pytest

from index.settings import IndexSettings

LIGHTHOUSE = """---
title: Lighthouse reopens after five years
publisher: Harbour Gazette
author: J. Voss
date: 2026-05-02
---
The rebuilt Lindau lighthouse reopened on Saturday after five years of work. The rebuilt tower stands 41
metres above the quay, six more than the old one.

## What it cost

The town council paid 3.2 million euros for the tower. Mayor Ilse Brandt called it money well spent.
"""
FERRY = """---
title: Night ferry to Skagen is cancelled
publisher: Coast Weekly
date: 2026-03-11
---
The night ferry between Lindau and Skagen will not sail this winter. The company lost 140 passengers a week to
the new bridge, its director Pavel Orlov said.
"""
MARKET = """---
title: Fish market moves indoors
publisher: Harbour Gazette
---
The fish market of Lindau moves into the old customs hall in October. Some 60 stalls have asked for a place
there, and 48 will get one.
"""


class Newsroom:
    """An articles folder that a test writes into, and the settings to index it."""

    def __init__(self, folder: Path) -> None:
        self.articles = folder / "articles"
        self.articles.mkdir()
        self.data = folder / "data"
        self.settings = IndexSettings(articles_dir=self.articles, data_dir=self.data)
        self.write("lighthouse.md", LIGHTHOUSE)
        self.write("ferry.md", FERRY)

    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    def remove(self, name: str) -> None:
        (self.articles / name).unlink()


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Two articles, nothing indexed yet."""
    return Newsroom(tmp_path)
