"""Behind `python -m index list` and `show`: what is published, article by article."""

import argparse
import pydoc
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from index.command_line import phrases
from index.command_line.console import DONE, neutralise, neutralise_line, say, write_json, write_lines
from index.intake.phrases import count
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.article import Article
    from index.generation.listing import ListedArticle

ID_ROOM = 48  # of ids that are longer only their own line is out of step


def list_command(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Every published article, or those that have all of the words."""
    from index.generation.listing import published_articles
    from index.generation.publication import read_manifest

    nothing_yet = read_manifest(settings.data_dir) is None
    listed = () if nothing_yet else published_articles(settings, options.words)
    if options.json:
        write_json([_as_object(one) for one in listed])
    elif nothing_yet:
        say(f"{phrases.NO_INDEX} {phrases.NO_INDEX_NEXT_STEP.format(articles_dir=settings.articles_dir)}")
    else:
        _write_pages(list(list_lines(listed)))
        say(
            (phrases.LISTED_FOUND if options.words else phrases.LISTED_ALL).format(
                count(len(listed), "article")
            )
        )
    return DONE


def show_command(options: argparse.Namespace, settings: IndexSettings) -> int:
    """One published article, with the text that is quoted from it."""
    from index.generation.listing import published_text

    listed, article = published_text(settings, options.id)
    if options.json:
        headings = [article.text[span.start : span.end] for span in article.headings]
        texts = {"text": article.text, "headings": headings, "captions": article.captions}
        write_json({**_as_object(listed), **texts})
    else:
        write_lines(show_lines(listed, article))
    return DONE


def list_lines(listed: Sequence["ListedArticle"]) -> Iterator[str]:
    """A line an article: day, id, title and publisher."""
    from rich.cells import cell_len

    ids = [neutralise_line(one.info.id) for one in listed]
    room = max((width for width in map(cell_len, ids) if width <= ID_ROOM), default=0)
    for id_, one in zip(ids, listed, strict=True):
        info = one.info
        title = f"{info.title} · {info.publisher}" if info.publisher else info.title
        day = info.published.isoformat() if info.published else phrases.UNKNOWN
        same = f"  {phrases.SAME_TEXT.format(id=one.copy_of)}" if one.copy_of else ""
        yield f"{day:<10}  {id_}{' ' * (room - cell_len(id_))}  {neutralise_line(title + same)}"


def show_lines(listed: "ListedArticle", article: "Article") -> Iterator[str]:
    """What is known of an article, one fact a line, then its text."""
    info = listed.info
    facts = {
        "id": info.id,
        "title": info.title,
        "publisher": info.publisher,
        "authors": ", ".join(info.authors),
        "published": info.published and info.published.isoformat(),
        "modified": info.modified and info.modified.isoformat(),
        "section": info.section,
        "language": info.language,
        "url": info.url,
        "source": info.source,
        "added": listed.added and listed.added.strftime("%Y-%m-%d %H:%M %Z").strip(),
        "copy_of": listed.copy_of,
    }
    width = max(len(label) for label in phrases.SHOW_ROWS.values())
    for name, label in phrases.SHOW_ROWS.items():
        value = facts[name]
        if value or name not in phrases.SHOWN_IF_KNOWN:
            yield f"{label:<{width}}  {neutralise_line(value or phrases.UNKNOWN)}"
    yield ""
    yield from neutralise(article.text).splitlines()
    if article.captions:
        yield ""
    yield from (phrases.CAPTION.format(caption=neutralise_line(caption)) for caption in article.captions)


def _as_object(listed: "ListedArticle") -> dict[str, object]:
    return {**asdict(listed.info), "added": listed.added, "copy_of": listed.copy_of}


def _write_pages(lines: list[str]) -> None:
    """What a terminal cannot hold at once goes through the person's pager, as git's lists do."""
    if sys.stdout.isatty() and len(lines) >= shutil.get_terminal_size().lines:
        pydoc.pager("\n".join(lines))
    else:
        write_lines(lines)
