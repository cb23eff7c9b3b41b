"""What the doctor finds: one line per thing that it looked at."""

from dataclasses import dataclass
from enum import StrEnum

from index.command_line.console import DONE, NOT_DONE, WRONG_USAGE


class Level(StrEnum):
    """How a thing is: as it should be, worth a look, or keeping the bot from its work."""

    OK = "ok"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """`about` names the thing, `says` what is so, `mend` what to do, empty where nothing need be done.

    `of_settings`: a setting that is missing or refused; without it the bot does not start.
    """

    about: str
    level: Level
    says: str
    mend: str = ""
    of_settings: bool = False


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All findings. `invite` brings the bot into a server; None where its application is not known."""

    findings: tuple[Finding, ...]
    invite: str | None = None

    def count(self, level: Level) -> int:
        """How many are of this level."""
        return sum(finding.level is level for finding in self.findings)

    @property
    def status(self) -> int:
        """The exit status: 0 healthy, 1 something is broken, 2 a setting is."""
        if any(finding.level is Level.BROKEN and finding.of_settings for finding in self.findings):
            return WRONG_USAGE
        return NOT_DONE if self.count(Level.BROKEN) else DONE


def ok(about: str, says: str) -> Finding:
    """As it should be."""
    return Finding(about, Level.OK, says)


def warning(about: str, says: str, mend: str = "") -> Finding:
    """Worth a look."""
    return Finding(about, Level.WARNING, says, mend)


def broken(about: str, says: str, mend: str, *, of_settings: bool = False) -> Finding:
    """Keeps the bot from its work."""
    return Finding(about, Level.BROKEN, says, mend, of_settings)
