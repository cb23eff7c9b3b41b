"""Reads .md and .markdown: one article, what is known of it in the front matter (YAML)."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.decoding import read_text
from index.reading.fields import make_article
from index.report import Problem

_LONGEST_FRONT_MATTER = 64_000  # characters; a dozen short values need a few hundred
_MARKDOWN = MarkdownIt("commonmark").enable("table")  # built once: building takes longer than parsing
_FRONT_MATTER: Any = YAMLHandler()


def read_markdown(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The file as one article.

    Keys of the front matter: title, publisher, author or authors, date or published, modified, url,
    language, section, kind. A wrong one is a problem, and the article is given without it.
    """
    given, body, fault = _split(read_text(path))
    text = plain(body)
    if not text:
        raise ArticleError("has no text below its front matter.", "Write the article there.")
    article, faults = make_article(source, source, text, given, today)
    yield from (Problem(source, f"front matter: {one}") for one in ([fault] if fault else []) + faults)
    yield article


def _split(text: str) -> tuple[dict[str, Any], str, str | None]:
    """The front matter's values, the body, and what was wrong with the former."""
    if not _FRONT_MATTER.detect(text):
        return {}, text, None
    try:
        matter, body = _FRONT_MATTER.split(text)
    except ValueError:  # it opens and never closes: then it is a horizontal rule
        return {}, text, None
    if len(matter) > _LONGEST_FRONT_MATTER:
        return {}, body, f"is longer than {_LONGEST_FRONT_MATTER:,} characters; indexed without it."
    try:
        # All values as text, so that one impossible date does not cost the others. And not the loader in C,
        # which frontmatter takes by default: deep nesting kills it, and the whole process with it.
        given = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 (it makes no objects at all)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1  # the mark counts --- as 0
        return {}, body, f"line {line} is not YAML; indexed without all of it."
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return {}, body, "is not YAML that can be read; indexed without it."
    if given is None:
        return {}, body, None
    if not isinstance(given, dict):
        return {}, body, "must be keys with values; indexed without it."
    return {str(key).lower(): value for key, value in given.items()}, body, None


def plain(markdown: str) -> str:
    """Markdown → its words, a paragraph a line with an empty line between.

    Headings keep `# ` in front, by which cleaning knows them; list items get `• `. Marks of emphasis,
    links and code go, so that a quote reads as text; pictures and raw HTML are left out.
    """
    lines: list[str] = []
    prefix = ""
    row: list[str] | None = None
    for token in _MARKDOWN.parse(markdown):
        match token.type:
            case "heading_open":
                prefix = "# "
            case "list_item_open":
                prefix = "• "
            case "tr_open":
                row = []
            case "tr_close":
                lines.append(" | ".join(row or []))
                row = None
            case "inline":
                words = " ".join(_words(token.children or []).split())
                if row is not None:
                    row.append(words)
                elif words:
                    lines.append(prefix + words)
                prefix = ""
            case "fence" | "code_block":
                lines.append(token.content.strip())
    return "\n\n".join(line for line in lines if line)


def _words(tokens: Iterable[Token]) -> str:
    return "".join(
        {"text": token.content, "code_inline": token.content, "softbreak": " ", "hardbreak": " "}.get(
            token.type, ""
        )
        for token in tokens
    )
