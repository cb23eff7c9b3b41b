"""Between fetching and saving a page: its article, read just as a build will read the file."""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from index.article import RawArticle
from index.cleaning import clean
from index.errors import ArticleError
from index.reading import read_file
from index.reading.html import OWN_ADDRESS
from index.reading.html_decoding import decode_html
from index.report import Problem
from index.web.fetched import Fetched
from index.web.kinds import Kind, asks_not_to_be_indexed, kind_of


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was fetched and read, on its way into its file."""

    fetched: Fetched
    kind: Kind
    data: bytes  # as it is saved
    article: RawArticle


async def read_fetched(fetched: Fetched) -> ReadPage:
    """Take what was fetched as a build will. Raises ArticleError with the reason where it would not index it,
    or where the site asks bots to leave it out of indexes."""
    kind = kind_of(fetched)
    data = fetched.body
    if kind is Kind.HTML:
        html = decode_html(fetched.body, fetched.charset)
        if asks_not_to_be_indexed(html):
            raise _noindex()
        data = _as_saved(fetched.url, html)
    elif kind is Kind.TEXT or kind is Kind.MARKDOWN:
        data = decode_html(fetched.body, fetched.charset).encode()
    if fetched.noindex:
        raise _noindex()
    return ReadPage(fetched, kind, data, await asyncio.to_thread(read_as_a_build_does, data, kind))


async def as_its_own(page: ReadPage) -> ReadPage:
    """The page under the address that it came from, whatever it says itself."""
    data = page.data.replace(b" -->\n", b" -->\n" + OWN_ADDRESS.encode() + b"\n", 1)
    return replace(page, data=data, article=await asyncio.to_thread(read_as_a_build_does, data, page.kind))


def _as_saved(url: str, html: str) -> bytes:
    """A page as a browser would save it: where it came from in the first line, and UTF-8, by a mark that wins
    over whatever charset the page still says it has."""
    return f"\ufeff<!-- saved from url=({len(url):04d}){url} -->\n{html}".encode()


def read_as_a_build_does(data: bytes, kind: Kind) -> RawArticle:
    """The article in the page. Raises ArticleError where a build would not index it."""
    with tempfile.TemporaryDirectory(prefix="footnote-") as folder:
        path = Path(folder) / f"page{kind}"
        path.write_bytes(data)
        found = list(read_file(path, path.parent))
    articles = [each for each in found if isinstance(each, RawArticle)]
    if not articles:
        reasons = [each.reason for each in found if isinstance(each, Problem)]
        raise ArticleError(reasons[0] if reasons else "holds no article.")
    clean(articles[0])
    return articles[0]


def _noindex() -> ArticleError:
    return ArticleError(
        "asks bots to keep it out of their indexes (noindex).",
        "Ask the site, or save the page in a browser and add the file.",
    )
