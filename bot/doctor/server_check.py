"""Part of the doctor: what the bot may do in each server, and whether it can write to the audit channels."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.discord.connection.permissions import (
    ADMINISTRATOR,
    IN_AUDIT_CHANNEL,
    OPEN_THREADS,
    PERMISSIONS,
    Permission,
    missing,
)
from bot.doctor import phrases
from bot.doctor.api import Discord, Refusal, Unreachable
from bot.doctor.findings import Finding, broken, ok, warning
from bot.settings import BotSettings
from bot.storage.servers import ServerSettings
from index.command_line.console import neutralise_line
from index.intake.phrases import count

EVERYTHING = (1 << 53) - 1
FIRST_SERVERS = 20  # named one by one; a bot in thousands would fill the screen
OF_ROLE = 0


def chosen_in(file: Path) -> dict[int, ServerSettings]:
    """What servers' admins chose. The file is only read: a bot of another version may be using it.

    Nothing where it cannot be read: the file itself is looked at elsewhere.
    """
    if not file.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
            rows = db.execute("SELECT guild_id, settings FROM servers").fetchall()
    except sqlite3.Error:
        return {}
    found = {}
    for guild_id, settings in rows:
        with suppress(ValidationError):
            found[int(guild_id)] = ServerSettings.model_validate_json(settings)
    return found


def check_servers(
    servers: Iterable[Mapping[str, Any]], chosen: Mapping[int, ServerSettings], invite: str
) -> Iterator[Finding]:
    """A line for each server where something is missing, or one for all of them.

    chosen: what servers set for themselves, by their ids: threads of its own need a permission more.
    """
    total, faults = 0, []
    for server in servers:
        total += 1
        needed = set(PERMISSIONS)
        if not chosen.get(int(server["id"]), ServerSettings()).threads:
            needed.discard(OPEN_THREADS)
        lacking = missing(int(server["permissions"]), [each for each in PERMISSIONS if each in needed])
        if lacking:
            faults.append((neutralise_line(str(server["name"])), lacking))
    if not total:
        yield warning("servers", phrases.NO_SERVERS, phrases.NO_SERVERS_MEND.format(invite=invite))
    elif not faults:
        yield ok("servers", phrases.SERVERS_OK.format(count=total))
    for name, lacking in faults[:FIRST_SERVERS]:
        names = ", ".join(each.name for each in lacking)
        says = phrases.SERVER_LACKS.format(name=name, names=names, whys=_whys(lacking))
        yield broken("servers", says, phrases.SERVER_LACKS_MEND.format(invite=invite))
    if len(faults) > FIRST_SERVERS:
        more = phrases.SERVERS_MORE.format(count=len(faults) - FIRST_SERVERS, of=total)
        yield broken("servers", more, phrases.SERVER_LACKS_MEND.format(invite=invite))


def check_admins(settings: BotSettings, servers: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """Who looks after the articles that all servers share (bot/discord/toolkit/admins.py)."""
    named, present = set(settings.admin_servers), {int(server["id"]) for server in servers}
    if away := sorted(named - present):
        says = phrases.ADMINS_AWAY.format(ids=", ".join(map(str, away)))
        yield warning("admins", says, phrases.ADMINS_AWAY_MEND)
    if trusted := named & present:
        yield ok("admins", phrases.ADMINS_OK.format(count=count(len(trusted), "server")))
    elif len(servers) > 1 and not named:
        says = phrases.SHARED.format(count=count(len(servers), "server"))
        yield warning("admins", says, phrases.SHARED_MEND)


def _whys(lacking: Iterable[Permission]) -> str:
    return "; ".join(each.why for each in lacking)


def check_hearing(settings: BotSettings, chosen: Mapping[int, ServerSettings]) -> Iterator[Finding]:
    """Whether the bot gets the words of the channels where servers chose that it answers every question."""
    listening = sum(bool(each.every_question_in) for each in chosen.values())
    if listening and not settings.message_content:
        says = phrases.TITLES_ONLY.format(count=count(listening, "server"))
        yield warning("intents", says, phrases.TITLES_ONLY_MEND)


async def check_audit_channel(discord: Discord, channel_id: int, me: str) -> Finding:
    """Whether lines can be posted there."""
    mend = phrases.AUDIT_MEND.format(names=", ".join(each.name for each in IN_AUDIT_CHANNEL))
    try:
        channel = await discord.get(f"/channels/{channel_id}")
        guild = await discord.get(f"/guilds/{channel['guild_id']}")
        member = await discord.get(f"/guilds/{channel['guild_id']}/members/{me}")
        held = permissions_in(channel, guild, member, me)
    except Refusal as refusal:
        return broken("audit channel", phrases.AUDIT_AWAY.format(id=channel_id, reason=refusal), mend)
    except Unreachable as error:
        return broken(
            "audit channel", phrases.AUDIT_AWAY.format(id=channel_id, reason=error), phrases.DISCORD_AWAY_MEND
        )
    except (KeyError, TypeError, ValueError):
        return broken("audit channel", phrases.AUDIT_NO_CHANNEL.format(id=channel_id), mend)
    name = neutralise_line(str(channel.get("name", channel_id)))
    if lacking := missing(held, IN_AUDIT_CHANNEL):
        names = ", ".join(each.name for each in lacking)
        return broken("audit channel", phrases.AUDIT_LACKS.format(name=name, names=names), mend)
    return ok("audit channel", phrases.AUDIT_OK.format(name=name))


def permissions_in(
    channel: Mapping[str, Any], guild: Mapping[str, Any], member: Mapping[str, Any], me: str
) -> int:
    """What a member may do in a channel, by Discord's rules: roles first, then the channel's own
    exceptions for everyone, for roles together, and for the member."""
    everyone, roles = str(guild["id"]), set(map(str, member["roles"]))
    mine = {everyone, *roles}
    held = 0
    for role in guild["roles"]:
        if str(role["id"]) in mine:
            held |= int(role["permissions"])
    if held & ADMINISTRATOR or str(guild.get("owner_id")) == me:
        return EVERYTHING
    exceptions = {str(each["id"]): each for each in channel.get("permission_overwrites") or ()}
    of_roles = [id_ for id_, each in exceptions.items() if each["type"] == OF_ROLE and id_ in roles]
    for group in ([everyone], of_roles, [me]):
        found = [exceptions[id_] for id_ in group if id_ in exceptions]
        for each in found:
            held &= ~int(each["deny"])
        for each in found:
            held |= int(each["allow"])
    return held
