"""Used by all rendering: the line that names an article, as it stands in footnotes and lists."""

from collections.abc import Sequence
from datetime import date

from bot.answer import Footnote
from bot.discord.toolkit.discord_limits import size
from bot.discord.toolkit.markup import escape_within
from bot.messages import DEFAULT_LOCALE, Messages, messages_for
from bot.presenting.quote_link import link_to_quote, web_link
from index.article import ArticleInfo, Kind

# Real titles and names are far shorter; these only bound what a hostile or broken article can do, so
# that one footnote always fits beside one statement (see bot/discord/questions/fit.py).
TITLE_ROOM = 180
NAME_ROOM = 80
AUTHORS_ROOM = 120
COPIES_ROOM = 160
HEADINGS_ROOM = 160
LINK_ROOM = 900
AUTHORS_NAMED = 3
# A narrow screen breaks lines everywhere; not within a day, and no line begins with a dot.
NO_BREAK = "\u00a0"
SEPARATOR = f"{NO_BREAK}· "


def day(value: date | None, messages: Messages) -> str:
    """A day as the reader's language writes it, on one line, or that it is unknown."""
    if value is None:
        return messages("answer-date-unknown")
    words = messages("answer-date", day=value.day, month=value.month, year=str(value.year))
    return words.replace(" ", NO_BREAK)


def article_line(
    article: ArticleInfo,
    messages: Messages,
    *,
    quote: str = "",
    link_room: int = LINK_ROOM,
    copies: Sequence[str] = (),
) -> str:
    """Title · publisher · authors · day, escaped and linked; the file's name where there is no URL.

    With a `quote` the link leads to it. A link longer than `link_room` goes without its fragment, or
    is left out if it is still too long. `copies` are the names of what else the quotes stand in.
    """
    title = escape_within(article.title, TITLE_ROOM)
    link = link_within(article.url, quote, link_room)
    title = f"[{title}]({link})" if link and title else title
    publisher = escape_within(article.publisher or "", NAME_ROOM)
    if article.kind is Kind.BRIEF:
        kind = "answer-article-brief" if publisher else "answer-article-brief-only"
        parts = [messages(kind, title=title, publisher=publisher)]
    else:
        parts = [title, publisher]
    parts.append(_authors(article.authors, messages))
    parts.append(day(article.published, messages))
    if not web_link(article.url):
        parts.append(escape_within(article.source, NAME_ROOM))
    if copies:
        parts.append(escape_within(messages("answer-copies", names=", ".join(copies)), COPIES_ROOM))
    return SEPARATOR.join(part for part in parts if part)


def quoted_from(note: Footnote, line: str, messages: Messages) -> str:
    """The line of a footnote's article, with what is quoted of it where that is not its running text:
    captions of its pictures, or lines of lists and tables, which come with what they stand under."""
    if note.headings:
        headings = escape_within(messages("answer-under", headings=", ".join(note.headings)), HEADINGS_ROOM)
        line = f"{line}{SEPARATOR}{headings}"
    return messages("answer-caption", article=line) if note.caption else line


def link_within(url: str | None, quote: str, room: int) -> str | None:
    """The link to the quote, or only to its page, within so many characters; None where neither fits."""
    for link in (link_to_quote(url, quote), web_link(url)):
        if link is not None and size(link) <= room:
            return link
    return None


def _authors(authors: tuple[str, ...], messages: Messages) -> str:
    if not authors:
        return ""
    named = ", ".join(authors[:AUTHORS_NAMED])
    more = len(authors) - AUTHORS_NAMED
    text = messages("answer-authors-more", names=named, count=more) if more > 0 else named
    return escape_within(text, AUTHORS_ROOM)


BY_ITSELF = ("feeds", "watch")


def said_by(kept: str, messages: Messages) -> str:
    """The phrase in the language of `messages`; what is none of ours as it stands."""
    english = messages_for(DEFAULT_LOCALE)
    if kept == english("articles-by"):
        return messages("articles-by")
    for kind in BY_ITSELF:
        if kept == english("articles-by-itself", kind=kind):
            return messages("articles-by-itself", kind=kind)
    return kept
