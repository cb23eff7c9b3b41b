"""The doctor's way: the machine first, then Discord; what was found printed, and the exit status."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise

from bot.discord.connection.permissions import invite_link, privileged
from bot.doctor import phrases
from bot.doctor.account_check import Account, check_account, check_gateway, find_account
from bot.doctor.api import Refusal, Unreachable, connected
from bot.doctor.findings import Diagnosis, Finding, Level, broken
from bot.doctor.machine_check import check_disk, check_index, check_model, check_servers_behind
from bot.doctor.server_check import (
    check_admins,
    check_audit_channel,
    check_hearing,
    check_servers,
    chosen_in,
)
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from index.command_line.console import neutralise_line, write_json, write_lines
from index.command_line.progress import ProgressDisplay


def run_doctor(settings: BotSettings, *, as_json: bool) -> int:
    """Look at everything, print what was found, and return the exit status."""
    with ProgressDisplay() as display:
        findings = list(_machine(settings, display))
    diagnosis = asyncio.run(_diagnose(settings, findings))
    if as_json:
        write_json({"status": diagnosis.status, "findings": diagnosis.findings, "invite": diagnosis.invite})
    else:
        write_lines(lines_of(diagnosis))
    return diagnosis.status


def lines_of(diagnosis: Diagnosis) -> Iterator[str]:
    """A line for each finding, what to do about it below, and a last line for all of it."""
    width = max(len(finding.about) for finding in diagnosis.findings)
    for finding, following in pairwise((*diagnosis.findings, None)):
        assert finding is not None
        yield f"{finding.level:<7}  {finding.about:<{width}}  {neutralise_line(finding.says)}"
        if finding.mend and (following is None or following.mend != finding.mend):  # once for several
            yield f"{'':<7}  {'':<{width}}  → {neutralise_line(finding.mend)}"
    warnings, faults = diagnosis.count(Level.WARNING), diagnosis.count(Level.BROKEN)
    if diagnosis.invite:
        yield phrases.INVITE.format(invite=diagnosis.invite)
    if faults:
        yield phrases.UNHEALTHY.format(broken=faults, warnings=warnings)
    else:
        yield phrases.HEALTHY.format(ok=diagnosis.count(Level.OK), warnings=warnings)


def _machine(settings: BotSettings, display: ProgressDisplay) -> Iterator[Finding]:
    yield from check_disk(settings)
    yield from check_servers_behind(settings)
    yield from check_index(
        settings, lambda generation, done, total: display.show(phrases.EXAMINING, done, total)
    )


async def _diagnose(settings: BotSettings, findings: list[Finding]) -> Diagnosis:
    findings.append(await check_model(settings))
    if settings.discord_token is None:
        findings.append(broken("token", phrases.ACCOUNT_NONE, phrases.ACCOUNT_NONE_MEND, of_settings=True))
        return Diagnosis(tuple(findings))
    async with connected(settings) as discord:
        account = await find_account(discord)
        if not isinstance(account, Account):
            return Diagnosis((*findings, account))
        invite = invite_link(account.application_id)
        chosen = chosen_in(settings.data_dir / FILE_NAME)
        findings += check_account(account, privileged(settings))
        findings += check_hearing(settings, chosen)
        try:
            servers = await discord.servers()
        except (Refusal, Unreachable) as error:
            says = phrases.DISCORD_AWAY.format(base=discord.base, reason=error)
            findings.append(broken("servers", says, phrases.DISCORD_AWAY_MEND))
        else:
            findings += await check_gateway(discord, settings, len(servers))
            findings += check_servers(servers, chosen, invite)
            findings += check_admins(settings, servers)
        channels = {settings.audit_channel, *(each.audit_channel for each in chosen.values())} - {None}
        for channel in sorted(each for each in channels if each is not None):
            findings.append(await check_audit_channel(discord, channel, account.id))
    return Diagnosis(tuple(findings), invite)
