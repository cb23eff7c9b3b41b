"""Used by the settings and by the connection: which shards of the bot this process runs."""

import re
from dataclasses import dataclass

from index.errors import SettingsError

MAX_SHARDS = 16_384  # far beyond any bot; keeps a slip like 0-999999999 from filling the memory
_PART = re.compile(r"([0-9]{1,9})(?:\s*-\s*([0-9]{1,9}))?")


def read_ids(value: object) -> object:
    """`0-3,7` as (0, 1, 2, 3, 7), each once and in order. ValueError for anything else that is written."""
    if not isinstance(value, str):
        return value
    ids: set[int] = set()
    for part in filter(None, (part.strip() for part in value.split(","))):
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(part)
        first, last = int(found[1]), int(found[2] or found[1])
        if first > last or last >= MAX_SHARDS:
            raise ValueError(part)
        ids.update(range(first, last + 1))
    return tuple(sorted(ids))


@dataclass(frozen=True, slots=True)
class Share:
    """This process's part of the bot: `ids` out of `count` shards; no ids: all, no count: as Discord says."""

    count: int | None = None
    ids: tuple[int, ...] = ()

    @property
    def leads(self) -> bool:
        """Whether what must be done once is done here."""
        return not self.ids or 0 in self.ids

    @property
    def first(self) -> int:
        """The shard that this process's own work is noted under."""
        return self.ids[0] if self.ids else 0

    def owns(self, shard: int) -> bool:
        """Whether work noted under that shard is this process's to end. What no process has any more, since
        the bot was divided otherwise, is for the one that leads."""
        if not self.ids or shard in self.ids:
            return True
        return self.leads and self.count is not None and shard >= self.count

    def __str__(self) -> str:
        if not self.ids:
            return f"all {self.count}" if self.count else "all"
        return f"{', '.join(map(str, self.ids))} of {self.count}"


def check_share(count: int | None, ids: tuple[int, ...]) -> Share:
    """The two settings together. Raises SettingsError where they do not fit each other."""
    if ids and count is None:
        raise SettingsError(
            "SHARD_IDS needs SHARD_COUNT.",
            "Set SHARD_COUNT to the number of shards of all processes together.",
        )
    if ids and count is not None and ids[-1] >= count:
        raise SettingsError(
            f"SHARD_IDS names shard {ids[-1]}, but with SHARD_COUNT={count} they go from 0 to {count - 1}.",
            "Raise SHARD_COUNT in all processes, or take that shard away.",
        )
    return Share(count, ids)
