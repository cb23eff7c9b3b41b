"""Used by the check of the languages: what kind of message it is, told by its id, and how long it may be."""

from typing import Final

DESCRIPTION_OF_A_COMMAND: Final = 100
BUTTON: Final = 80
MODAL_TITLE: Final = 45
TITLE: Final = 256
EMBED: Final = 2000  # of 4,096, so that what is filled in has room

_SHARED_BUTTONS = frozenset({"discord-previous", "discord-next", "confirm-leave", "articles-cancel"})
# Of the ids that begin as those of commands do (bot/cogs/naming.py), those that are none.
_NO_COMMANDS = _SHARED_BUTTONS | {"discord-not-yours", "discord-stopping", "discord-no-previous-page"}


def is_of_a_command(message_id: str) -> bool:
    """Whether the message describes a command or an option: then it has a `.name` in every other language."""
    return message_id.startswith("discord-") and message_id not in _NO_COMMANDS


def limit_of(message_id: str) -> int:
    """The most characters of the message when it is filled in with short samples."""
    last = message_id.rsplit("-", 1)[-1]
    if message_id in _SHARED_BUTTONS or last in ("button", "confirm", "label"):
        return BUTTON
    if message_id.endswith("-modal-title") or last == "modal":
        return MODAL_TITLE
    if is_of_a_command(message_id):
        return DESCRIPTION_OF_A_COMMAND
    return TITLE if last == "title" else EMBED


def length_of(text: str) -> int:
    """In UTF-16 units, as Discord's clients count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
