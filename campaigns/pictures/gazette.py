"""The invented newspapers whose articles the pictures' answers come from."""

from pathlib import Path

REOPENS = """\
The lighthouse of Hallerey has a keeper again. On Saturday the harbour master handed over the keys,
five years after a storm had broken the old tower in two.

The rebuilt tower stands 41 metres above the quay, six more than the old one. Its lamp reaches 19
nautical miles and burns a tenth of the electricity that its forerunner did. The work cost 3.6
million crowns, of which the island's own people gave a third.

"I had thought that I should never climb those stairs again," said Ida Brandvik, who kept the old
light for 22 years and lit the new one.

## Visitors

The gallery is open from May to September, on Wednesdays and Sundays. A ticket costs 6 crowns, and
children climb the 184 steps for nothing.
"""

ARTICLES = {
    "lighthouse.md": f"""\
---
title: Lighthouse reopens after five years
publisher: Harbour Gazette
author: Jonna Voss
date: 2026-05-02
url: https://harbour-gazette.example/2026/05/02/lighthouse-reopens
---
{REOPENS}""",
    "wire.md": f"""\
---
title: Hallerey lights its lamp again
publisher: Northern Wire
date: 2026-05-02
url: https://northern-wire.example/hallerey-lamp
---
{REOPENS}""",
    "plans.md": """\
---
title: Hallerey plans its new light
publisher: Coast Weekly
author: [Piet Haugen, Marta Lindqvist]
date: 2026-03-11
url: https://coast-weekly.example/hallerey-plans-its-new-light
---
The island of Hallerey will have its lighthouse back before the summer. The rebuilt tower will stand
40 metres above the quay, the coastal office said on Tuesday, and be seen from the mainland on clear
nights.

The office had first wanted a steel mast, which would have cost 1.2 million crowns. The islanders
collected 2,140 signatures against it within a week.
""",
    "storm.md": """\
---
title: Storm breaks the Hallerey light
publisher: Harbour Gazette
author: Jonna Voss
date: 2021-01-19
url: https://harbour-gazette.example/2021/01/19/storm
---
The storm that crossed the coast on Sunday night has broken the lighthouse of Hallerey in two.
Nobody was hurt. The upper 20 metres of the tower fell into the harbour, where they sank two fishing
boats.

The gusts reached 187 kilometres an hour. A floating light is to mark the reef until the tower is
built again.
""",
    "ferry.md": """\
---
title: More ferries to Hallerey this summer
publisher: Coast Weekly
author: Piet Haugen
date: 2026-04-20
url: https://coast-weekly.example/more-ferries
---
From the first of June a ferry to Hallerey leaves the mainland every 50 minutes, eleven times a day.
The new boat, Gyda, carries 240 passengers and 36 cars. She runs on batteries, which are loaded at
both quays in eight minutes.

A return ticket costs 14 crowns. Islanders go on paying half of that.
""",
    "library.md": """\
---
title: The library lends board games
publisher: Fenland Weekly
date: 2026-02-17
---
Since Tuesday the library of Hallerey has lent board games as well as books. It began with 640
games, most of them gifts. A game may be kept for three weeks, and a lost piece costs its reader 2
crowns.

The librarian Orla Finch had asked for the shelf for six years. On the first day 212 games were
taken home.
""",
    "mill.txt": """\
Aldous mill turns again

The Aldous mill on the river Wend ground flour last Friday, for the first time since 1953.

Its wheel has a diameter of 6.4 metres and is made of larch. Volunteers worked on it for 14,000
hours.

The mill will be open to visitors on the first Sunday of each month. A kilo of its flour costs 4
crowns.
""",
}


def write_articles(folder: Path) -> None:
    """Put all of them into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")


BRIDGE = """\
The footbridge to the eastern mole was closed on Tuesday. An engineer had found rust in 14 of its cables, and
the council set aside 86,000 crowns for new ones. Until autumn a ferry takes people across.
"""
BAKERY = """\
The oldest bakery of Hallerey has a new oven. It weighs 3.2 tonnes and was lifted in through the roof on
Friday. The baker Tomas Lund said that it takes 120 loaves at once, twice as many as the one before it.
"""


def page(title: str, text: str) -> str:
    """A newspaper's web page."""
    about = f'<title>{title}</title><meta property="og:site_name" content="Harbour Gazette">'
    when = '<meta property="article:published_time" content="2026-05-12T08:00:00+02:00">'
    story = (
        f"<article><h1>{title}</h1><p>{text}</p><p>More will follow when the council has met.</p></article>"
    )
    return f'<!doctype html><html lang="en"><head>{about}{when}</head><body>{story}</body></html>'


def write_chronicle(folder: Path, entries: int) -> None:
    """Many short articles."""
    for n in range(1, entries + 1):
        text = (
            f"# Harbour log of day {n}\n\nOn day {n} the water in the harbour stood at {100 + 3 * n} "
            f"centimetres. The harbour master counted {7 * n + 2} boats, and the ice house sold {40 + n} "
            "blocks.\n"
        )
        (folder / f"log-{n:02}.md").write_text(text, encoding="utf-8")
