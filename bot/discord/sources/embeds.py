"""Turns lists of articles, and one article with its passages, into embeds."""

from datetime import datetime

import discord

from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import NO_BREAK, article_line, day
from bot.discord.toolkit.discord_limits import shorten, size
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import escape, escape_within, plain
from bot.messages import Messages
from bot.presenting.quote_link import web_link
from index.article import Article, ArticleInfo, Kind
from index.generation.history import Version
from index.report import IndexStatus
from index.searching.searcher import ArticlePage

PAGE_LENGTH = 10
VERSIONS = 5
VERSIONS_ROOM = 1000  # five lines, each particular changed
# Ten lines with links this long and every other part at its longest still fit one description.
LINK_ROOM = 200
VALUE_ROOM = 300


def pages_of(total: int) -> int:
    """How many pages a list of so many articles has; an empty one has one."""
    return max(1, -(-total // PAGE_LENGTH))


def list_embed(
    found: ArticlePage, status: IndexStatus, page: int, search: str, messages: Messages
) -> discord.Embed:
    """One page of the list, newest first, with how fresh the index is."""
    shown = escape_within(search, discord_limits.FIELD_VALUE)
    title = messages("sources-title-search", search=shown) if search else messages("sources-title")
    if not found.total:
        none = "settings-none-let-in" if status.articles else "sources-none"
        text = messages("sources-none-found", search=shown) if search else messages(none)
        return panel(text, Colour.NOTHING, title=title)
    head = messages(
        "sources-count",
        total=found.total,
        newest=day(status.newest_article, messages),
        published=when(status.published_at),
    )
    pages = pages_of(found.total)
    footer = messages("sources-page", page=page + 1, pages=pages) if pages > 1 else ""
    return panel(f"{head}\n\n{_lines(found.articles, messages)}", Colour.INFO, title=title, footer=footer)


def article_embed(
    article: Article,
    passages: tuple[str, ...],
    page: int,
    messages: Messages,
    versions: tuple[Version, ...] = (),
) -> discord.Embed:
    """One article: its particulars, its last few versions, and one of its passages word for word."""
    info = article.info
    page = max(0, min(page, len(passages) - 1))
    text = _passage(passages[page]) if passages else messages("sources-no-passages")
    footer = messages("sources-passage-page", page=page + 1, pages=len(passages)) if passages else ""
    title = escape_within(info.title, discord_limits.TITLE)
    embed = panel(text, Colour.INFO, title=title, footer=footer)
    link = web_link(info.url)
    if link and size(link) <= discord_limits.FOOTER:
        embed.url = link
    unknown = messages("sources-unknown-value")
    for name, value in (
        ("sources-field-publisher", info.publisher or unknown),
        ("sources-field-authors", ", ".join(info.authors) or unknown),
        ("sources-field-published", day(info.published, messages)),
        ("sources-field-modified", day(info.modified, messages) if info.modified else ""),
        ("sources-field-section", info.section or ""),
        ("sources-field-kind", messages("sources-kind-brief") if info.kind is Kind.BRIEF else ""),
        ("sources-field-from", info.source),
    ):
        if value:
            embed.add_field(name=messages(name), value=escape_within(value, VALUE_ROOM) or unknown)
    if len(versions) > 1:
        lines = "\n".join(_version(version, messages) for version in versions[:VERSIONS])
        embed.add_field(name=messages("sources-field-versions"), value=lines, inline=False)
    return embed


def _version(version: Version, messages: Messages) -> str:
    """One line: when, and what the publish did to the article."""
    changes = [messages("sources-version-field", field=field) for field in version.fields]
    counts = {"added": str(version.paragraphs_added), "removed": str(version.paragraphs_removed)}
    if version.paragraphs_added or version.paragraphs_removed:
        changes.insert(0, messages("sources-version-text", **counts))
    return messages(
        "sources-version",
        day=day(version.at.date(), messages),
        change=version.change.value,
        what=", ".join(changes) or messages("sources-version-other"),
    )


def when(moment: datetime) -> str:
    """Discord's timestamp, which every reader sees in their own time zone."""
    return f"<t:{int(moment.timestamp())}:R>"


def choice_name(info: ArticleInfo, messages: Messages) -> str:
    """An article in a list of suggestions: title and day, as plain text within the limit."""
    end = f" · {day(info.published, messages)}".replace(NO_BREAK, " ") if info.published else ""
    flat = plain(info.title) or info.source
    return shorten(flat, discord_limits.CHOICE - size(end)) + end


def _lines(articles: tuple[ArticleInfo, ...], messages: Messages) -> str:
    """All lines of a page; with shorter links, then with none, where they would not fit."""
    room = discord_limits.DESCRIPTION - discord_limits.FIELD_VALUE
    for link_room in (LINK_ROOM, LINK_ROOM // 2, 0):
        lines = [
            messages("sources-line", article=article_line(info, messages, link_room=link_room))
            for info in articles
        ]
        if size("\n".join(lines)) <= room:
            break
    while size("\n".join(lines)) > room:  # ten articles with every part at its longest
        longest = max(range(len(lines)), key=lambda number: size(lines[number]))
        lines[longest] = messages("sources-line", article=escape_within(articles[longest].title, 120))
    return "\n".join(lines)


def _passage(text: str) -> str:
    """A passage, escaped, within what an article's particulars leave of the limit."""
    room = (
        discord_limits.EMBED_TOTAL
        - discord_limits.FOOTER // 4
        - discord_limits.TITLE
        - VERSIONS_ROOM
        - 7 * (VALUE_ROOM + 40)
    )
    room = min(room, discord_limits.DESCRIPTION)
    length = room
    while size(escaped := escape(shorten(text, length))) > room:
        length = min(length - 1, int(length * room / size(escaped)))
    return escaped
