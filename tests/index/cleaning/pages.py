"""Pages as copying sites leave them, invented by us, and a short way to clean one."""

from dataclasses import replace
from datetime import date

from index.article import Article, RawArticle
from index.cleaning import clean

TODAY = date(2026, 11, 21)

# A page as a copying site leaves it; everything in it is invented.
MESSY = """Lindau's new light was called a folly. Nobody says so now.

Lindau's new light was called a folly. Nobody says so now.
Pls share this post

Listen to this article
Harbour master Ida Brandt (L) and mayor Ole Voss (R) open the rebuilt tower on May 2, 2026 in Lindau, Norway.
Ida Brandt and Ole Voss at the rebuilt tower on May 2, 2026, in Lindau, Norway.

  • The tower cost twice what was planned, and ships\u00a0now \u201crely on it.\u201d
  • Fishermen who opposed it have changed their minds.\u00a0

For five years the harbour had no light. \u201cWe steered by the church,\u201d said Brandt.

View this post on Instagram

A post shared by Lindau Harbour (@lindauharbour)

The old tower fell in a storm in 2021.

A light for the fleet

READ ALSO\u00a0 Court turns down appeal of ferry company

The lamp can be seen from 41 kilometres away.

Lindau tower harbour crane barge
A crane lowers the lamp from a barge beside the tower in Lindau harbour, on April 3, 2026.

Who paid for it?

The state paid half, and the town the rest, Voss said

Read the original article on Harbour Gazette

Pls share this post
Previous articleBakery reopens after fire
Next articleFewer herring, but 9% dearer, says boardADVERTISEMENT"""

AGENCY = """ADVERTISEMENT

Why The Ferry To Skagen Is In Trouble

Orlov asked the council for help when they met in spring.

<div class="paragraphs"><p>Why The Ferry to Skagen Is in Trouble (Source: Coast News)</p></div>
Why The Ferry to Skagen Is in Trouble (Source: Coast News)

(Coastwire) -- The night ferry has lost half of its passengers. Orlov asked the council for help when they \
met in spring. Nothing came of it.\u00a0

Why The Ferry To Skagen Is In Trouble

What does the company want?

A subsidy of 3 million euros, <b>and</b> a berth that is free of charge.

  • Bridge Toll Falls Again as Traffic Doubles

  • How the Old Harbour Lost Its Fishing Fleet

--With assistance from Ida Brandt.

More stories like this are available on coastwire.example

\u00a92024 Coastwire L.P."""


def clean_page(text: str, **known: object) -> Article:
    """Clean a text; `known` are the fields of RawArticle that its source states."""
    raw = RawArticle(id="page.txt", source="page.txt", text=text)
    return clean(replace(raw, **known), TODAY)  # type: ignore[arg-type]


def paragraphs_of(text: str, **known: object) -> list[str]:
    """The paragraphs of a cleaned text."""
    return clean_page(text, **known).text.split("\n\n")
