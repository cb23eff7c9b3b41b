"""An invented town with a newspaper: the articles that the real processes index."""

import shutil
import subprocess
from pathlib import Path

from index.settings import IndexSettings
from tests import command_lines

TRAM = """---
title: Tram line 4 reaches the university
publisher: Brackwater Post
author: Mina Oduya
date: 2026-05-03
---
Tram line 4 opened in Brackwater on Sunday. The new line is 11.8 kilometres long and links the old station
with the university in 23 minutes. It cost 214 million crowns, 9 million less than the council had set aside.

## Who will use it

The operator expects 31,000 passengers a day. Its director, Henrik Saleh, said that the first trams were
already full by eight in the morning.
"""
LIBRARY = """---
title: The library lends board games
publisher: Fenland Weekly
date: 2026-02-17
---
Since Tuesday the town library of Brackwater has lent board games as well as books. It began with 640 games,
most of them gifts. A game may be kept for three weeks, and a lost piece costs its reader 2 crowns.

The librarian Orla Finch had asked for the shelf for six years. On the first day 212 games were taken home.
"""
MILL = """Aldous mill turns again

The Aldous mill on the river Wend ground flour last Friday, for the first time since 1953.

Its wheel has a diameter of 6.4 metres and is made of larch. Volunteers worked on it for 14,000 hours.

The mill will be open to visitors on the first Sunday of each month. A kilo of its flour costs 4 crowns.
"""
POOL = """---
title: Carrow pool is warmed by a data centre
publisher: Brackwater Post
author: Mina Oduya
date: 2026-06-01
---
The outdoor pool in Carrow opened on Monday with water of 26 degrees. The heat comes from the data centre next
door, which used to blow it into the air. That saves the pool 480 tonnes of carbon dioxide a year.
"""

# What is asked of the first three, and a word of the answer that stands in no other article.
TRAM_QUESTION, TRAM_ANSWER = "How long is tram line 4?", "11.8 kilometres"
LIBRARY_QUESTION, LIBRARY_ANSWER = "How many board games did the library begin with?", "640"
MILL_QUESTION, MILL_ANSWER = "What is the diameter of the wheel of the Aldous mill?", "6.4 metres"
POOL_QUESTION, POOL_ANSWER = "How warm is the water of the outdoor pool in Carrow?", "26 degrees"


class Town:
    """A folder of articles, a data folder, and a folder to start processes in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "articles"
        self.data = folder / "data"

    @classmethod
    def found(cls, folder: Path) -> "Town":
        """A new one with three articles, nothing indexed yet."""
        town = cls(folder)
        town.articles.mkdir(parents=True)
        town.write("tram.md", TRAM)
        town.write("library.md", LIBRARY)
        town.write("mill.txt", MILL)
        return town

    def copy_to(self, folder: Path) -> "Town":
        """The same articles and the same index somewhere else."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Town(folder)

    def write(self, name: str, text: str) -> None:
        """Put an article into the folder."""
        (self.articles / name).write_text(text, encoding="utf-8")

    def write_chronicle(self, entries: int, edition: str = "first") -> None:
        """Many short articles, so that a build takes a while; another edition changes them all."""
        for n in range(entries):
            text = (
                f"# Chronicle of day {n}\n\nOn day {n} of the {edition} edition the river Wend stood at "
                f"{100 + 3 * n} centimetres. The ferryman took {7 * n + 2} people across, and the baker of "
                f"house {n} sold {40 + n} loaves of the {edition} kind.\n"
            )
            self.write(f"chronicle-{n:03}.md", text)

    @property
    def settings(self) -> IndexSettings:
        return IndexSettings(articles_dir=self.articles, data_dir=self.data)

    def environment(self, **others: str) -> dict[str, str]:
        """The settings of its processes, as variables."""
        return {"ARTICLES_DIR": str(self.articles), "DATA_DIR": str(self.data), **others}

    def run(self, module: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """`python -m MODULE …` with these settings, to its end."""
        return command_lines.run(module, *arguments, cwd=self.folder, **self.environment(**settings))
