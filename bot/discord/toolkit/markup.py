"""Used by all rendering: text from articles and questions made harmless in Discord's markdown.

Such text is untrusted. After `escape` nothing in it is bold, hidden, a heading, a link, an invite, an
emoji, a timestamp or a mention; Discord shows it as it stands. (Pings are forbidden besides, by
`allowed_mentions` on every message.)
"""

import re
from collections.abc import Iterable, Sequence

from bot.discord.toolkit.discord_limits import shorten, size

SMALL = "-# "  # at the start of a line: small grey type

# Each of these opens something wherever it stands: emphasis, code, spoilers, mentions, masked links.
_ANYWHERE = re.compile(r"[\\*_~|`<>\[\]@]")
# A colon opens an emoji (:wave:) or ends the scheme of a link that Discord would make clickable.
_COLON = re.compile(r":(?=//|[^\s:]+:)")
# Discord recognises its invites without a scheme.
_INVITE = re.compile(r"(?i)\b(discord(?:app)?)\.(?=gg\b|com/invite\b|me\b|io\b)")
# At the start of a line: headings, small print, quotes, lists.
_LINE_START = re.compile(r"(?m)^([^\S\n]*+)([#+\-]|\d++(?=[.)]))")
# Control characters, and the marks that turn the direction of writing around (they can make a link or
# a name read as another). Joiners stay: emoji and several scripts need them.
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]")


def escape(text: str, *, line_start: bool = True) -> str:
    """Escape untrusted text. `line_start`: whether it may begin a line of the message."""
    text = _INVISIBLE.sub("", text)
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    text = _COLON.sub(r"\\:", text)
    text = _INVITE.sub(r"\1\\.", text)
    if line_start:
        return _LINE_START.sub(_escape_line_start, text)
    head, newline, rest = text.partition("\n")
    return head + newline + _LINE_START.sub(_escape_line_start, rest)


def plain(text: str) -> str:
    """On one line and without what cannot be seen: for menus and tables, which show no markdown."""
    return " ".join(_INVISIBLE.sub("", text).split())


def escape_within(text: str, limit: int) -> str:
    """Escaped on one line, and shortened first so that no more than `limit` units come out."""
    flat = plain(text)
    room = limit
    while size(escaped := escape(shorten(flat, room))) > limit:
        room = min(room - 1, int(room * limit / size(escaped)))
    return escaped


def mark(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Escape the text with these stretches of it in bold; the spans may touch or overlap."""
    parts = []
    done = 0
    for start, end in _merged(spans, len(text)):
        parts.append(_piece(text, done, start))
        parts.extend(_bold_lines(text, start, end))
        done = end
    parts.append(_piece(text, done, len(text)))
    return "".join(parts)


def _bold_lines(text: str, start: int, end: int) -> list[str]:
    """Each line bold by itself: bold does not reach across paragraphs in every client."""
    parts = []
    for found in re.finditer(r"[^\n]+|\n+", text[start:end]):
        piece = found.group()
        core = piece.strip()
        if not core or not _INVISIBLE.sub("", core):
            parts.append(piece)
            continue
        at = start + found.start() + piece.index(core)
        before, after = piece[: piece.index(core)], piece[piece.index(core) + len(core) :]
        parts.append(f"{before}**{_piece(text, at, at + len(core))}**{after}")
    return parts


def _piece(text: str, start: int, end: int) -> str:
    return escape(text[start:end], line_start=start == 0 or text[start - 1] == "\n")


def _merged(spans: tuple[tuple[int, int], ...], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _escape_line_start(match: re.Match[str]) -> str:
    space, opener = match.groups()
    # Of "1." the full stop is escaped: a backslash before a digit would itself be shown.
    return f"{space}{opener}\\" if opener.isdigit() else f"{space}\\{opener}"


# A cell that begins so is a formula to spreadsheets, and may fetch or run something. Questions and titles are
# anybody's; an apostrophe makes them text.
_FORMULA = ("=", "+", "-", "@")


def as_table(rows: Iterable[Sequence[str]]) -> str:
    """A row a line, its cells between tabs, nothing in them that ends either or computes."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    text = plain(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
