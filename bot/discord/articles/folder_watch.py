"""Beside the flow: where WATCH_ARTICLES is set, a changed articles folder is built after a quiet moment."""

import asyncio
import logging
from pathlib import Path

from watchfiles import Change, awatch

from bot.discord.articles.unattended import build_unattended
from bot.discord.toolkit.services import BotBase
from bot.storage.kept_jobs import JobKind

log = logging.getLogger(__name__)

LONGEST_WAIT = 12  # in quiet moments: a folder that is never quiet is built all the same
TIMEOUT_MS = 1000
MISSING_S = 60.0  # until a folder that is not there is looked for again


async def watch_articles(bot: BotBase) -> None:
    """Build once, for what changed while nobody watched, and then after each change. Ends when cancelled."""
    folder = bot.settings.articles_dir
    quiet_ms = round(bot.patience.quiet_s * 1000)
    while True:
        begun = False
        try:
            changes = awatch(
                folder,
                watch_filter=lambda _, path: _is_visible(Path(path), folder),
                step=quiet_ms,
                debounce=LONGEST_WAIT * quiet_ms,
                rust_timeout=TIMEOUT_MS,
                yield_on_timeout=True,
            )
            async for changed in changes:
                if begun and not changed:
                    continue
                # Its first word (at the latest a timeout) says that it watches: nothing is missed now.
                log.info("Watching %s; changed: %s.", folder, _counted(changed))
                begun = True
                await build_unattended(bot, JobKind.WATCH)
        except OSError as error:
            log.warning("%s cannot be watched: %s. It is tried again.", folder, error)
        await asyncio.sleep(MISSING_S)


def _is_visible(path: Path, folder: Path) -> bool:
    """Hidden files are no articles; unfinished copies have such names too."""
    parts = path.parts[len(folder.absolute().parts) :]
    return not any(part.startswith(".") for part in parts)


def _counted(changed: set[tuple[Change, str]]) -> str:
    kinds = [change.name for change, _ in changed]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds))) or "nothing"
