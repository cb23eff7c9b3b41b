"""An index of an earlier version answers until the next build, which cuts it anew."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

from index.building.build import build
from index.doctor.examining import examine
from index.embedding.embedder import create_embedder
from index.generation.catalog import FILE_NAME, Catalog
from index.generation.catalog_rows import content_hash
from index.generation.generation import INFO_FILE, Generation, generation_folder
from index.generation.publication import published
from index.passage import Passage, SearchRequest
from index.searching.retrieve import Retriever
from tests.index.conftest import Newsroom

OFFICE = "---\ntitle: The town office of Vance\n---\nIt moved in March.\n\n## Fees\n\n- Passport: 62 crowns\n"


def make_earlier(newsroom: Newsroom) -> None:
    """Write the published catalog as versions before recipe 2 did: headings without their paths, captions
    beside the text, rows without checksums."""
    info = published(newsroom.data)[1]
    folder = generation_folder(newsroom.data, info.id)
    path = folder / FILE_NAME
    with Catalog.open(folder) as catalog:
        articles = catalog.articles(list(catalog.content_hashes()))
    with closing(sqlite3.connect(path)) as db:
        for article in articles:
            bare = tuple(replace(heading, path="", until=None) for heading in article.headings)
            spans = json.dumps([{"start": one.start, "end": one.end} for one in bare])
            hashed = content_hash(replace(article, headings=bare))
            db.execute(
                "UPDATE articles SET headings = ?, content_hash = ?, text = ?, captions = ? WHERE id = ?",
                (spans, hashed, article.text, json.dumps(article.captions), article.info.id),
            )
        for table, column in (
            *(("articles", "text_checksum"), ("articles", "checksum")),
            *(("chunks", "checksum"), ("copies", "checksum")),
        ):
            db.execute(f"ALTER TABLE {table} DROP {column}")
        db.commit()
    cut_by_recipe_1(newsroom)


def cut_by_recipe_1(newsroom: Newsroom) -> None:
    """Let `generation.json` say nothing of the recipe, as before there was one."""
    folder = generation_folder(newsroom.data, published(newsroom.data)[0].generation)
    said = json.loads((folder / INFO_FILE).read_bytes())
    for later in ("chunking", "checksums", "checksum"):
        del said[later]
    said["files"][FILE_NAME] = (folder / FILE_NAME).stat().st_size
    (folder / INFO_FILE).write_text(json.dumps(said))


def search(newsroom: Newsroom, question: str) -> tuple[Passage, ...]:
    with closing(Generation.open(newsroom.settings, published(newsroom.data)[1])) as generation:
        retriever = Retriever(generation, create_embedder(newsroom.settings))
        return retriever.search(SearchRequest(question)).passages


def heading_of(passage: Passage, words: str) -> str | None:
    """What the sentence with these words stands under."""
    at = passage.start + passage.text.index(words)
    return next(one.heading for one in passage.sentences if one.start <= at < one.end)


def test_it_answers_and_is_well_and_the_next_build_cuts_it_anew(newsroom: Newsroom) -> None:
    newsroom.write("office.md", OFFICE)
    build(newsroom.settings, by="a test")
    make_earlier(newsroom)
    assert examine(newsroom.settings, lambda *_: None).findings == ()
    passage = search(newsroom, "What does a passport cost in Vance?")[0]
    assert "Passport: 62 crowns" in passage.text
    assert heading_of(passage, "Passport") == passage.heading
    report = build(newsroom.settings, by="a test")
    assert report.generation is not None
    passage = search(newsroom, "What does a passport cost in Vance?")[0]
    assert heading_of(passage, "Passport") == "Fees"
    assert build(newsroom.settings, by="a test").generation is None


def test_another_recipe_of_cutting_makes_a_new_index_of_unchanged_articles(newsroom: Newsroom) -> None:
    first = build(newsroom.settings, by="a test")
    cut_by_recipe_1(newsroom)
    again = build(newsroom.settings, by="a test")
    assert (again.unchanged, again.embedded) == (2, 0)
    assert again.generation not in (None, first.generation)
