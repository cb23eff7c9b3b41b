"""Used by the readers: what a source says of an article beside its text, checked value by value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from index.article import Kind, RawArticle
from index.reading.dates import parse_date
from index.reading.decoding import printable

# Longer than any real title, name or address, and short enough for every place that shows one.
LONGEST_ID = 200
_LONGEST_FIELD = 500
_LONGEST_URL = 2_000
_MOST_AUTHORS = 50


@dataclass(slots=True)
class _Checked:
    """The values of one source as they are asked for, and what was wrong with them."""

    given: Mapping[str, Any]
    faults: list[str] = field(default_factory=list)

    def first(self, *names: str) -> tuple[str, Any]:
        """The first of the names that is given with a value, and that value."""
        for name in names:
            if self.given.get(name) not in (None, "", [], ()):
                return name, self.given[name]
        return names[0], None

    def fault(self, name: str, expected: str) -> None:
        self.faults.append(f"{name} {expected}; indexed without it.")

    def text(self, name: str, longest: int = _LONGEST_FIELD) -> str | None:
        _, value = self.first(name)
        if value is None:
            return None
        if not isinstance(value, str) or not _squeeze(value) or len(value) > longest:
            self.fault(name, f"must be text of at most {longest} characters")
            return None
        return _squeeze(value)

    def url(self) -> str | None:
        value = self.text("url", _LONGEST_URL)
        if value is None:
            return None
        if host_of(value) is None or " " in value:
            self.fault("url", "must be an http or https address")
            return None
        return value

    def authors(self) -> tuple[str, ...]:
        name, value = self.first("authors", "author")
        listed = [value] if isinstance(value, str) else value
        if listed is None:
            return ()
        if not isinstance(listed, list | tuple) or not all(isinstance(one, str) for one in listed):
            self.fault(name, "must be a name or a list of names")
            return ()
        names = dict.fromkeys(_squeeze(one)[:_LONGEST_FIELD] for one in listed[:_MOST_AUTHORS])
        return tuple(one for one in names if one)

    def day(self, today: date, *names: str) -> date | None:
        name, value = self.first(*names)
        if value is None:
            return None
        found = parse_date(value, today)
        if found is None:
            self.fault(name, "must be a full date such as 2026-05-02")
        return found

    def language(self) -> str | None:
        value = self.text("language")
        if value is None:
            return None
        code = value.lower().replace("_", "-").split("-")[0]
        if len(code) != 2 or not code.isascii() or not code.isalpha():
            self.fault("language", "must be a code of two letters such as en")
            return None
        return code

    def kind(self) -> Kind:
        value = self.text("kind")
        if value is None:
            return Kind.ARTICLE
        try:
            return Kind(value.lower())
        except ValueError:
            self.fault("kind", f"must be one of {', '.join(Kind)}")
            return Kind.ARTICLE


def make_article(
    id_: str,
    source: str,
    text: str,
    given: Mapping[str, Any],
    today: date,
    *,
    captions: tuple[str, ...] = (),
    markup_read: bool = False,
) -> tuple[RawArticle, list[str]]:
    """An article of its text and what its source says of it, and what was wrong with the latter.

    Keys: title, publisher, author or authors, date or published, modified, url, language, section, kind. A
    wrong value is left out and named in the second result. Where no publisher is given it is the URL's host
    without `www.`.
    """
    checked = _Checked(given)
    url = checked.url()
    article = RawArticle(
        id=id_,
        source=source,
        text=text,
        title=checked.text("title"),
        url=url,
        publisher=checked.text("publisher") or (host_of(url) if url else None),
        authors=checked.authors(),
        published=checked.day(today, "date", "published"),
        language=checked.language(),
        kind=checked.kind(),
        modified=checked.day(today, "modified"),
        section=checked.text("section"),
        captions=captions,
        markup_read=markup_read,
    )
    return article, checked.faults


def host_of(url: str) -> str | None:
    """The host of an http(s) address without `www.`; None where it is no such address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return host.removeprefix("www.")


def _squeeze(value: str) -> str:
    return " ".join(printable(value).split())
