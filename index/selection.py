"""Used by a build: which files of the articles folder are read, by the patterns of the settings."""

import re
from dataclasses import dataclass
from typing import Self

from index.errors import SettingsError

_PARTS = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Selection:
    """A file is read if a pattern of `include` fits it, or there is none, and no pattern of `exclude` does.

    A pattern with a slash fits paths relative to the folder: `*` and `?` stand for anything within a name,
    `**` for any folders too. One without fits names in every folder; `drafts/` is all that is in that folder.
    """

    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def parse(cls, include: str = "", exclude: str = "") -> Self:
        """Of patterns with commas between. Raises SettingsError for one that could fit no file."""
        return cls(_patterns(include), _patterns(exclude))

    def selects(self, source: str) -> bool:
        """Whether the file at this path, relative to the folder and with forward slashes, is read."""
        if any(pattern.fullmatch(source) for pattern in self.exclude):
            return False
        return not self.include or any(pattern.fullmatch(source) for pattern in self.include)


EVERYTHING = Selection()


def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(one.strip()) for one in text.split(",") if one.strip())


def _compile(pattern: str) -> re.Pattern[str]:
    bare = pattern.removeprefix("./")
    if bare.startswith(("/", "~")) or "\\" in bare or ".." in bare.split("/"):
        raise SettingsError(
            f"{pattern} is no pattern of files in the articles folder.",
            "Write it relative to that folder, with forward slashes.",
        )
    if "/" not in bare:
        bare = f"**/{bare}"
    if bare.endswith("/"):
        bare += "**"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", bare)
    # `**/` is any folders, or none: `**/a.md` fits `a.md` as well.
    return re.compile("".join("(?:.*/)?" if p == "**/" else _PARTS.get(p) or re.escape(p) for p in parts))
