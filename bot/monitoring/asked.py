"""At every entrance from Discord: by which way something came in, known to all that is done for it.

It is kept in the task's context, which tasks that it starts inherit: so nothing between the entrance and the
answer has to hand it on.
"""

import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum


class Face(StrEnum):
    """How a question reached the bot."""

    COMMAND = "command"
    MENU = "menu"  # a message's context menu
    DIRECT = "direct"  # a direct message
    THREAD = "thread"  # a message in a thread or forum post
    CHANNEL = "channel"  # a message in a channel
    BUTTON = "button"  # a button, or the modal that it opened


@dataclass(slots=True)
class Asked:
    """Something that came in, and whether Discord has had a first word on it. `since` is monotonic."""

    face: Face
    since: float = field(default_factory=time.monotonic)
    answered: bool = False


asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


def face_of_now() -> Face:
    """By which way came in what this task works on. What is neither a command nor a message is a button's:
    discord.py starts its task before it tells of it."""
    found = asked.get()
    return Face.BUTTON if found is None else found.face
