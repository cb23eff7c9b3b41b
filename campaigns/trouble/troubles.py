"""The list of troubles: each says what happens, does it, and gives what the person saw in the end."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from campaigns.trouble.stage import QUESTION, Stage

Doing = Callable[[Stage], Awaitable[str]]
_STAMP = re.compile(r"^\S+ \S+ ")
# What the log says of every question, trouble or not.
_USUAL = re.compile(r"httpx: HTTP Request|Language model: \d+ tokens")
_TRACE = re.compile(r"Traceback \(most recent call last\)|File \"[^\"]+\", line \d+")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One of them. `what` happens; `do` gives what the person saw."""

    what: str
    do: Doing
    expects: str = ""  # a regular expression for what the log says; anything where it is empty


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the table."""

    what: str
    saw: str
    log: tuple[str, ...]


class Troubles(list[Trouble]):
    """Those of one module."""

    def add(self, what: str, expects: str = "") -> Callable[[Doing], Doing]:
        """Decorates the function that does it."""

        def added(do: Doing) -> Doing:
            self.append(Trouble(what, do, expects))
            return do

        return added


async def live_through(stage: Stage, trouble: Trouble) -> Outcome:
    """Let it happen; the next question must be answered, and nothing may leak."""
    before = len(stage.bot.log)
    try:
        saw = await trouble.do(stage)
    finally:
        stage.model.let_go()
        stage.server.disruptions.clear()
    await stage.still_answers()
    if trouble.expects:
        await stage.bot.wait_for_log(trouble.expects, after=before)
    log = tuple(_STAMP.sub("", line) for line in stage.bot.log[before:] if not _USUAL.search(line))
    _check_leaks(stage, saw, log)
    return Outcome(trouble.what, saw, log)


def _check_leaks(stage: Stage, saw: str, log: tuple[str, ...]) -> None:
    """Nobody is shown a traceback, a token or a path; the log has no question and no token."""
    texts = [
        message.text
        for channel in stage.server.world.channels.values()
        for message in channel.messages.values()
        if message.author is stage.server.world.bot
    ]
    shown = "\n".join([saw, *texts])
    assert not _TRACE.search(shown), shown
    for secret in stage.secrets:
        assert secret not in shown, f"{secret!r} is shown"
    words = "\n".join(log)
    assert QUESTION not in words, words
    assert stage.server.token not in words, words
    assert "Traceback" not in words, words


def table(outcomes: list[Outcome]) -> str:
    """As Markdown."""
    rows = ["| what happened | what the person saw | what the log said |", "|---|---|---|"]
    for one in outcomes:
        log = "<br>".join(dict.fromkeys(_cell(line)[:160] for line in one.log)) or "(nothing)"
        rows.append(f"| {_cell(one.what)} | {_cell(one.saw)} | {log} |")
    return "\n".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
