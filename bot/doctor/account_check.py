"""Part of the doctor: the bot's account: token, application, intents, ways in, sessions and shards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.doctor import phrases
from bot.doctor.api import Discord, Refusal, Unreachable
from bot.doctor.findings import Finding, broken, ok, warning
from bot.settings import BotSettings

UNAUTHORIZED = 401
# The application's flags: verified apps have the first of each pair, others the second.
PRIVILEGED = {
    "Message Content": (1 << 18) | (1 << 19),
    "Server Members": (1 << 14) | (1 << 15),
    "Presence": (1 << 12) | (1 << 13),
}
FEW_SESSIONS = 50  # of the thousand a day that Discord allows; a restart takes one for each shard
SERVERS_PER_SHARD = 2500  # Discord's limit
HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is."""

    id: str
    name: str
    application: dict[str, Any]

    @property
    def application_id(self) -> str:
        return str(self.application["id"])


async def find_account(discord: Discord) -> Account | Finding:
    """Whose token it is, or why that cannot be told."""
    try:
        me = await discord.get("/users/@me")
        application = await discord.get("/applications/@me")
        return Account(str(me["id"]), str(me["username"]), dict(application))
    except Refusal as refusal:
        if refusal.status == UNAUTHORIZED:
            return broken("token", phrases.ACCOUNT_REFUSED, phrases.ACCOUNT_REFUSED_MEND, of_settings=True)
        says = phrases.DISCORD_REFUSES.format(status=refusal.status, message=refusal)
        return broken("Discord", says, phrases.DISCORD_ELSEWHERE_MEND.format(base=discord.base))
    except (Unreachable, KeyError, TypeError, ValueError) as error:
        says = phrases.DISCORD_AWAY.format(base=discord.base, reason=error)
        return broken("Discord", says, phrases.DISCORD_AWAY_MEND)


def check_account(account: Account, needed: frozenset[str]) -> Iterator[Finding]:
    """needed: the privileged intents that the settings ask for."""
    yield ok("token", phrases.ACCOUNT_OK.format(name=account.name, id=account.id))
    yield _intents(int(account.application.get("flags") or 0), needed)
    yield _ways_in(account)


def _intents(flags: int, needed: frozenset[str]) -> Finding:
    granted = {name for name, bits in PRIVILEGED.items() if flags & bits}
    if lacking := sorted(needed - granted):
        names = ", ".join(lacking)
        return broken("intents", phrases.INTENTS_MISSING.format(names=names), phrases.INTENTS_MISSING_MEND)
    if spare := sorted(granted - needed):
        says = phrases.INTENTS_SPARE.format(names=", ".join(spare))
        return warning("intents", says, phrases.INTENTS_SPARE_MEND)
    return ok("intents", phrases.INTENTS_OK.format(names=", ".join(sorted(needed)) or phrases.NONE))


def _ways_in(account: Account) -> Finding:
    """In servers it has to be installable; for persons it may be."""
    ways = account.application.get("integration_types_config")
    if account.application.get("bot_require_code_grant"):
        return broken("installing", phrases.CODE_GRANT, phrases.CODE_GRANT_MEND)
    if isinstance(ways, dict) and "0" not in ways:
        return broken("installing", phrases.NO_SERVER_INSTALL, phrases.INSTALL_MEND)
    if not isinstance(ways, dict) or "1" not in ways:
        return warning("installing", phrases.NO_USER_INSTALL, phrases.INSTALL_MEND)
    public = account.application.get("bot_public", True)
    return ok("installing", phrases.INSTALL_OK if public else phrases.INSTALL_PRIVATE)


async def check_gateway(discord: Discord, settings: BotSettings, servers: int) -> list[Finding]:
    """How often it may still connect, and whether it is divided as Discord wants it."""
    try:
        answer = await discord.get("/gateway/bot")
        limit, recommended = answer["session_start_limit"], int(answer["shards"])
        left, total = int(limit["remaining"]), int(limit["total"])
        hours = max(1, round(int(limit["reset_after"]) / HOUR_MS))
    except (Refusal, Unreachable, KeyError, TypeError, ValueError) as error:
        return [broken("gateway", phrases.GATEWAY_AWAY.format(reason=error), phrases.DISCORD_AWAY_MEND)]
    says = phrases.SESSIONS.format(left=left, total=total, hours=hours)
    sessions = ok("gateway", says)
    if left < recommended:
        sessions = broken("gateway", says, phrases.SESSIONS_MEND)
    elif left < FEW_SESSIONS:
        sessions = warning("gateway", says, phrases.SESSIONS_MEND)
    return [sessions, _shards(settings, recommended, servers)]


def _shards(settings: BotSettings, recommended: int, servers: int) -> Finding:
    share = settings.share
    count = share.count or recommended
    says = phrases.SHARDS.format(share=share, count=count, recommended=recommended, servers=servers)
    if servers / count > SERVERS_PER_SHARD:
        return broken("shards", says, phrases.SHARDS_TOO_FEW_MEND.format(recommended=recommended))
    if count < recommended:
        return warning("shards", says, phrases.SHARDS_MEND.format(recommended=recommended))
    return ok("shards", says)
