"""Used by `settings`: the names and values of `.env`, or in one line why they cannot be told."""

import io
import os
import re
from collections.abc import Iterable
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import Binding, parse_stream

from index.errors import SettingsError
from index.unicode_forms import unicode_form

_REFERENCE = re.compile(r"\$\{(\w+)\}")  # one with a default, ${NAME:-default}, can do without the variable
_SAVE_AS_UTF8 = "Save it as UTF-8."
_PYTHON_ENVIRONMENT = "pyvenv.cfg"  # some call the folder of their Python packages .env


def read_env_file(path: Path, settings: Iterable[str]) -> dict[str, str]:
    """The file's values by their names, as they are written there; none where there is no such file.

    settings: the names of settings, in upper case. Lines that name none of them may be as they like. Raises
    SettingsError, naming file, line and mend, where the value of a setting cannot be told, or the file is
    not UTF-8: Chroma reads it too, and would end the process.
    """
    text = _text_of(path)
    settings, names = frozenset(settings), set(os.environ)
    for binding in parse_stream(io.StringIO(text)):
        written = binding.original.string
        line = binding.original.line + written[: len(written) - len(written.lstrip())].count("\n")
        if fault := _fault(binding, settings, names):
            what, mend = fault
            raise SettingsError(f"{path}, line {line}, {what}.", mend)
        names.add(binding.key or "")
    values = dotenv_values(stream=io.StringIO(text))
    return {name: value for name, value in values.items() if value}


def _text_of(path: Path) -> str:
    if path.is_dir() and not (path / _PYTHON_ENVIRONMENT).exists():
        raise SettingsError(
            f"{path} is a folder, not a file.", "Remove it, and put the settings into a file."
        )
    if path.is_dir() or not path.exists():
        return ""
    try:
        data = path.read_bytes()
        if (form := unicode_form(data) or "utf-8").startswith("utf-8"):
            return data.decode(form)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsError(f"{path} cannot be read: {reason}.", "Allow reading it, or remove it.") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}, line {line}, is not UTF-8.", _SAVE_AS_UTF8) from None
    raise SettingsError(f"{path} is {form[:6].upper()}.", _SAVE_AS_UTF8)


def _fault(binding: Binding, settings: frozenset[str], names: set[str]) -> tuple[str, str] | None:
    """What is wrong with a line that sets one of our settings, and the mend."""
    if binding.error:
        if settings & set(re.findall(r"\w+", binding.original.string.upper())):
            return "cannot be understood", "Write it as NAME=value, and end each quotation mark on its line."
        return None
    name, value = binding.key or "", binding.value or ""
    if name.upper() not in settings:
        return None
    if "\0" in value:
        return "holds bytes that are no text", _SAVE_AS_UTF8
    if missing := next((one for one in _REFERENCE.findall(value) if one not in names), None):
        return f"needs {missing}, which is not set", f"Set {missing}, or write the value of {name} out."
    return None
