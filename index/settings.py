"""Used by every command: settings from the environment and `.env`, read once in `main()`.

Importing this module reads nothing. A name in the environment wins over the same name in `.env`, and one in
capitals over the same in small letters.
"""

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from index.addresses import AllowList
from index.env_file import read_env_file
from index.errors import SettingsError
from index.selection import Selection

# A name at least this much like one of ours is taken for a slip of the pen. 0.85 catches one letter
# missing, doubled or swapped in names of our length, and leaves LOG_LEVELS-like strangers alone.
MISSPELT_RATIO = 0.85

# Around a value: quotation marks, which `docker run --env-file` and word processors keep, and blanks.
_QUOTED = re.compile(r"""\A(?:(["'])((?:(?!\1).)*)\1|[“„](.*)[”“]|[‘‚](.*)[’‘])""", re.DOTALL)
_UNKNOWN_PART = "unknown_part"  # of a folder's name
_UNSEEN = " \t\r\n\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"


class IndexSettings(BaseModel):
    """What the index needs to know. Field names are the variables' names in lower case."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    articles_dir: Path = Field(Path("articles"), description="a folder with articles")
    articles_include: str = Field(
        "", description="patterns of files in ARTICLES_DIR with commas between, such as **/*.md,reports/**"
    )
    articles_exclude: str = Field(
        "", description="patterns of files in ARTICLES_DIR with commas between, such as drafts/**,*.tmp.html"
    )
    data_dir: Path = Field(Path("data"), description="a folder that can be written")
    embedding_model: str = Field(
        "bundled", min_length=1, description="`bundled`, or a model's name on EMBEDDING_BASE_URL"
    )
    embedding_base_url: AnyHttpUrl | None = Field(
        None, description="an OpenAI-compatible server, such as http://127.0.0.1:8080/v1"
    )
    embedding_api_key: SecretStr | None = Field(None, description="that server's key")
    chroma_url: AnyHttpUrl | None = Field(None, description="a Chroma server, such as http://127.0.0.1:8000")
    chroma_token: SecretStr | None = Field(None, description="that server's token")
    chroma_tenant: str = Field("default_tenant", min_length=1, description="a tenant of that server")
    chroma_database: str = Field("default_database", min_length=1, description="a database of that tenant")
    chroma_timeout_s: float = Field(10.0, ge=0.1, le=600, description="seconds, from 0.1 to 600")
    keep_generations: int = Field(3, ge=1, le=50, description="a whole number from 1 to 50")
    fetch_allow: str = Field(
        "", description="hosts and networks with commas between, such as 127.0.0.1:8081,10.1.0.0/16"
    )
    fetch_user_agent: str | None = Field(
        None,
        pattern=r"^[!-~][ -~]{0,250}$",
        description="one line of plain letters, such as Footnote (+https://bots.example/footnote)",
    )
    feed_interval_minutes: int = Field(30, ge=1, le=1440, description="minutes, from 1 to 1440")
    feed_items: int = Field(50, ge=1, le=1000, description="a whole number from 1 to 1000")

    @field_validator("articles_dir", "data_dir", mode="before")
    @classmethod
    def _is_written_out(cls, folder: object) -> object:
        """~ and $NAME as a shell reads them; one that would be left over is no folder's name."""
        if not isinstance(folder, str):
            return folder
        path = os.path.expanduser(os.path.expandvars(folder))  # noqa: PTH111 (Path raises where it knows no home)
        if left := re.search(r"^~[^/]*|\$\w+|\$\{[^}]*\}?", path):
            expected = "a folder; {left} in it stands for nothing here"
            raise PydanticCustomError(_UNKNOWN_PART, expected, {"left": left[0]})
        return path

    @field_validator("articles_include", "articles_exclude")
    @classmethod
    def _are_patterns(cls, text: str) -> str:
        try:
            Selection.parse(text)
        except SettingsError as error:
            raise ValueError(error.message) from None
        return text

    @property
    def selection(self) -> Selection:
        """Which files of ARTICLES_DIR are read."""
        return Selection.parse(self.articles_include, self.articles_exclude)

    @field_validator("fetch_allow")
    @classmethod
    def _is_a_list(cls, text: str) -> str:
        AllowList.parse(text)
        return text

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Every variable's name, in upper case."""
        return tuple(name.upper() for name in cls.model_fields)

    def as_environment(self) -> dict[str, str]:
        """The variables that make another process load the same index settings. Holds secrets."""
        values = {name: getattr(self, name) for name in IndexSettings.model_fields}
        plain = {k: v.get_secret_value() if isinstance(v, SecretStr) else v for k, v in values.items()}
        return {name.upper(): "" if value is None else str(value) for name, value in plain.items()}

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, env_file: Path | None = None) -> Self:
        """Read and check the settings.

        environment: by default that of the process. env_file: by default `.env` in the current
        folder, if there is one. An empty value counts as not set, and the case of names does not matter.
        Raises SettingsError, naming the variable and what it expects.
        """
        outside = dict(os.environ if environment is None else environment)
        in_file = read_env_file(Path(".env") if env_file is None else env_file, cls.names())
        refuse_misspelt((name.upper() for name in (*in_file, *outside)), cls.names())
        found: dict[str, str] = {}
        for source in (in_file, outside):
            for name in sorted(source, reverse=True):  # capitals sort first, and so are taken last
                if value := bare(source[name]):
                    found[name.upper()] = value
        given = {name.lower(): found[name] for name in cls.names() if name in found}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            raise SettingsError(_explain(cls, error), "See .env.example.") from None


def bare(value: str) -> str:
    """A value without what stands around it and is no part of it: quotation marks, white space."""
    value = value.strip(_UNSEEN)
    while quoted := _QUOTED.fullmatch(value):
        value = next(part for part in quoted.groups()[1:] if part is not None).strip(_UNSEEN)
    return value


def refuse_misspelt(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise SettingsError for a name that is not known but very like one that is."""
    known = tuple(known)
    for name in names:
        if name in known:
            continue
        near = difflib.get_close_matches(name, known, n=1, cutoff=MISSPELT_RATIO)
        if near:
            raise SettingsError(f"{name} is not a setting.", f"Did you mean {near[0]}?")


def _explain(settings: type[IndexSettings], error: ValidationError) -> str:
    """One line: the variables at fault, and what each expects."""
    faults = []
    for detail in error.errors(include_url=False, include_input=False):
        field = str(detail["loc"][0]) if detail["loc"] else ""
        known = settings.model_fields.get(field)
        described = known and known.description and detail["type"] != _UNKNOWN_PART
        expects = known.description if known and described else detail["msg"]
        faults.append(f"{field.upper()} must be {expects}")
    return "; ".join(faults) + "."
