"""Beside the flow: how long the Discord side waits for what. Tests wait less."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """All in seconds.

    `retry_s`: between attempts to reach a Discord that is away: soon again at first, then every minute.
    `answer_s`: for one answer; far more than any takes, far less than Discord's 15 minutes.
    `keep_s`: for keeping an answer, after which it is shown without its button.
    `recall_s`: for what was said before, after which a question is answered without it. A press that opens a
    modal waits for it too, and Discord waits 3 s for that.
    `advice_s`: after a refusal, for trying what else could be asked.
    `editable_s`: how long a reply is edited. Discord forgets an interaction after 15 minutes; one is
    left for saying so.
    `quiet_s`: how long a watched folder must have been left alone before it is built.
    `feeds_s`: at most between two looks at which feeds are due.
    `feeds_pause_s`: at least between two refreshes of what is due, so that feeds that come due one after the
    other are asked together, and built once.
    `feeds_failed_s`: after a refresh of the feeds that failed as a whole.
    `settings_s`: between two attempts to read what servers chose, where that cannot be read.
    `identify_s`: between two shards that identify themselves; Discord's rule is 5 s, the rest is for the way.
    `sync_s`: for Discord to take the commands before the bot connects all the same.
    At a shutdown, in this order, together at most `bot.discord.connection.shutdown.END_S`:
    `grace_s`: for replies that are under way.
    `tell_s`: for telling those who wait for the others.
    `close_s`: for saying goodbye to Discord.
    """

    retry_s: tuple[float, ...] = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
    answer_s: float = 120.0
    keep_s: float = 5.0
    recall_s: float = 1.5
    advice_s: float = 2.0
    editable_s: float = 14 * 60.0
    quiet_s: float = 5.0
    feeds_s: float = 60.0
    feeds_pause_s: float = 20.0
    feeds_failed_s: float = 300.0
    settings_s: float = 15.0
    identify_s: float = 5.25
    sync_s: float = 10.0
    grace_s: float = 4.5
    tell_s: float = 2.0
    close_s: float = 1.5
