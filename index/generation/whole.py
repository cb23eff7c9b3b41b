"""Beside a generation: which of its files are not as they were written, as far as answers depend on them."""

from index.errors import IndexDamaged
from index.generation.generation import GenerationInfo, changed_since_written
from index.generation.history import FILE_NAME as HISTORY
from index.settings import IndexSettings


def damaged_files(settings: IndexSettings, info: GenerationInfo) -> list[str]:
    """The files; the history is none of them, which no answer comes from."""
    return [name for name in changed_since_written(settings.data_dir, info) if name != HISTORY]


def damage(info: GenerationInfo, files: list[str]) -> IndexDamaged:
    """What to tell of them."""
    return IndexDamaged(
        f"Generation {info.id} of the index is damaged: {', '.join(files)}.",
        "Run `python -m index build`, which makes a new one; `python -m index doctor` says more.",
    )
