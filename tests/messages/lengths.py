"""Used by the check of the languages: what kind of message it is, told by its id, and how long it may be."""

from typing import Final

DESCRIPTION_OF_A_COMMAND: Final = 100
BUTTON: Final = 80
OF_A_FORM: Final = 45  # a modal's title, and the label of what is filled in
CHOICE: Final = 100  # label and description of a choice; an input's placeholder and the note at its label
MENU: Final = 150  # a menu's placeholder
TITLE: Final = 256
EMBED: Final = 2000  # of 4,096, so that what is filled in has room

_SHARED_BUTTONS = frozenset({"discord-previous", "discord-next", "confirm-leave", "articles-cancel"})
# Of the ids that begin as those of commands do (bot/discord/toolkit/command_names.py), those that are none.
_NO_COMMANDS = _SHARED_BUTTONS | {"discord-not-yours", "discord-stopping", "discord-no-previous-page"}
_BUTTONS = _SHARED_BUTTONS | {
    "feedback-helpful", "feedback-keep-question", "feedback-not-helpful", "follow-up", "privacy-forget-no",
    "privacy-forget-yes", "reply-delete", "reply-share", "settings-back", "settings-export",
    "settings-import", "settings-reset", "settings-turn", "settings-write",
}  # fmt: skip
_FORM_TITLES = frozenset({"feedback-title", "follow-up-title", "settings-names"})
_CHOICES = frozenset(
    {"settings-hint", "settings-language", "settings-names-hint", "settings-style", "settings-style-hint",
     "settings-topic"}
)  # fmt: skip
_MENUS = frozenset({"feedback-missing-menu", "settings-choose", "settings-pick"})
_BY_LAST_WORD = {
    "button": BUTTON, "confirm": BUTTON, "modal": OF_A_FORM, "label": OF_A_FORM, "note": CHOICE,
    "example": CHOICE, "title": TITLE,
}  # fmt: skip


def is_of_a_command(message_id: str) -> bool:
    """Whether the message describes a command or an option: then it has a `.name` in every other language."""
    return message_id.startswith("discord-") and message_id not in _NO_COMMANDS


def limit_of(message_id: str) -> int:
    """The most characters of the message when it is filled in with short samples."""
    if is_of_a_command(message_id):
        return DESCRIPTION_OF_A_COMMAND
    for ids, limit in ((_BUTTONS, BUTTON), (_FORM_TITLES, OF_A_FORM), (_CHOICES, CHOICE), (_MENUS, MENU)):
        if message_id in ids:
            return limit
    return _BY_LAST_WORD.get(message_id.rsplit("-", 1)[-1], EMBED)


def length_of(text: str) -> int:
    """In UTF-16 units, as Discord's clients count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
