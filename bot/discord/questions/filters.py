"""Before the flow, for /ask: the publisher and the days that somebody typed become filters, or a refusal."""

from datetime import date, datetime

from bot.asking.publishers import Allow, Publishers
from bot.discord.toolkit import discord_limits
from bot.discord.toolkit.article_line import day
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.markup import escape_within
from bot.messages import Messages
from bot.presenting.typed_days import NotADay, read_day
from index.passage import Filters

TYPED_ROOM = 100


async def read_filters(
    publishers: Publishers,
    publisher: str | None,
    days: tuple[date | None, date | None],
    messages: Messages,
    allow: Allow,
) -> Filters:
    """The filters of a question. Raises Refused, naming what could have been meant; `allow` says which
    publishers there are to this server."""
    names = (await _publisher(publishers, publisher, messages, allow),) if publisher else ()
    return Filters(names, *days)


def read_days(since: str | None, until: str | None, messages: Messages) -> tuple[date | None, date | None]:
    """The two days that were typed. Raises Refused, in words that show how to write one."""
    today = datetime.now().astimezone().date()
    try:
        first = read_day(since, today, locale=messages.locale) if since else None
        last = read_day(until, today, last=True, locale=messages.locale) if until else None
    except NotADay as error:
        text = escape_within(error.text, TYPED_ROOM)
        raise Refused(
            messages("error-date-ambiguous" if error.ambiguous else "error-date", text=text)
        ) from None
    if first and last and first > last:
        raise Refused(messages("error-date-order", since=day(first, messages), until=day(last, messages)))
    return first, last


async def _publisher(publishers: Publishers, typed: str, messages: Messages, allow: Allow) -> str:
    name = await publishers.resolve(typed)
    if name is not None and allow(name):
        return name
    near = await publishers.nearest(typed, allow=allow)
    shown = escape_within(typed, TYPED_ROOM)
    if name is not None:
        raise Refused(messages("settings-publisher-out", name=shown))
    if near:
        names = escape_within(", ".join(near), discord_limits.FIELD_VALUE)
        raise Refused(messages("error-publisher-near", name=shown, near=names))
    raise Refused(messages("error-publisher", name=shown))
