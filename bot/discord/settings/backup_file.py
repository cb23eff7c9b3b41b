"""Beside the flow: a server's settings as a file that its admins keep, and the same file read again.

JSON: `{"format": "footnote-settings", "version": 1, "server": …, "settings": {…}}`. Channels and roles go by
their ids, with their names beside them for people. What comes back is anybody's file: nothing is believed.
"""

from collections.abc import Callable
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.storage.servers import ServerSettings, Style

LARGEST_BYTES = 64 * 1024
MOST_NAMED = 25  # what Discord's menus let anyone choose
MOST_PUBLISHERS = 100

Language = Literal["en", "de", "es-ES", "fr", "pt-BR", "uk"]
LANGUAGES: tuple[str, ...] = get_args(Language)
_ONLY = ConfigDict(frozen=True, extra="forbid")


class Named(BaseModel):
    """A server, channel or role: only the id counts."""

    model_config = _ONLY

    id: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]
    name: Annotated[str, StringConstraints(max_length=200)] = ""


Several = Annotated[list[Named], Field(max_length=MOST_NAMED)]
# Something of a name can be seen, and it stays on its line: it stands in menus and forms.
VISIBLE = r"^\P{Cc}*[^\s\p{C}]\P{Cc}*$"
Publisher = Annotated[str, StringConstraints(max_length=500, pattern=VISIBLE)]
Publishers = Annotated[list[Publisher], Field(max_length=MOST_PUBLISHERS)]


class Chosen(BaseModel):
    """The settings in the file. One that it leaves out stays as it is."""

    model_config = _ONLY

    language: Language | None = None
    answer_in: Several = []
    silent_in: Several = []
    every_question_in: Several = []
    style: Style = Style.FULL
    private: bool = False
    threads: bool = False
    admin_roles: Several = []
    audit_channel: Named | None = None
    escalation_role: Named | None = None
    escalation_channel: Named | None = None
    publishers_only: Publishers = []
    publishers_never: Publishers = []
    log_questions: bool = False


class Backup(BaseModel):
    """The whole file."""

    model_config = _ONLY

    format: Literal["footnote-settings"]
    version: Literal[1]
    server: Named
    settings: Chosen


class NoBackup(Exception):
    """A file that cannot be used: `why` is "json", "format" or "field", then with `where` it is."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(why, where)
        self.why = why
        self.where = where


def write_backup(settings: ServerSettings, server: Named, name_of: Callable[[str, int], str]) -> str:
    """The file's text; `name_of` tells the name of a field's channel or role."""
    chosen: dict[str, object] = {}
    for field, value in settings.model_dump(mode="json").items():
        if field not in Chosen.model_fields:
            continue
        if field in NAMED_FIELDS:
            named = [Named(id=str(one), name=name_of(field, one)[:200]) for one in ids_of(value)]
            chosen[field] = named if isinstance(value, list) else (named[0] if named else None)
        else:
            chosen[field] = value
    backup = Backup(
        format="footnote-settings", version=1, server=server, settings=Chosen.model_validate(chosen)
    )
    return backup.model_dump_json(indent=2) + "\n"


def read_backup(data: bytes) -> Backup:
    """The file's content. Raises NoBackup for whatever is not one."""
    try:
        return Backup.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        if first["type"] == "json_invalid":
            raise NoBackup("json") from None
        path = [str(step) for step in first["loc"]]
        if path[:1] == ["settings"] and len(path) > 1:
            raise NoBackup("field", path[1]) from None
        raise NoBackup("format") from None


def given_fields(backup: Backup) -> dict[str, object]:
    """What the file sets, as the settings hold it: ids as numbers, lists as tuples."""
    fields: dict[str, object] = {}
    for field in backup.settings.model_fields_set:
        value = getattr(backup.settings, field)
        if isinstance(value, list):
            kept = [int(one.id) if isinstance(one, Named) else one for one in value]
            fields[field] = tuple(dict.fromkeys(kept))
        else:
            fields[field] = int(value.id) if isinstance(value, Named) else value
    return fields


def ids_of(value: object) -> list[int]:
    """A field's ids, whether it holds one, none or several."""
    if isinstance(value, list | tuple):
        return list(value)
    return [value] if isinstance(value, int) else []


NAMED_FIELDS = frozenset(
    {
        "answer_in",
        "silent_in",
        "every_question_in",
        "admin_roles",
        "audit_channel",
        "escalation_role",
        "escalation_channel",
    }
)
