"""Used by the tests of forgetting: every form in which a person's id or name may stand in a file."""

import base64
import struct
from collections.abc import Iterator
from pathlib import Path


def traces(folder: Path, person: int, name: str = "") -> list[str]:
    """ "file: form" for each form that stands anywhere in the folder's files, whatever they are."""
    forms = dict(forms_of(person)) | ({"name": name.encode()} if name else {})
    return [
        f"{path.relative_to(folder)}: {form}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for form, needle in forms.items()
        if needle in path.read_bytes()
    ]


def forms_of(person: int) -> Iterator[tuple[str, bytes]]:
    """The id as text and as numbers are stored: by SQLite (in records and as a row's key), numpy, JSON."""
    text = str(person).encode()
    whole = person.to_bytes(8, "big")
    yield "decimal", text
    yield "decimal, UTF-16", str(person).encode("utf-16-le")
    yield "hexadecimal", f"{person:x}".encode()
    yield "big-endian", whole
    yield "little-endian", person.to_bytes(8, "little")
    yield "SQLite's varint", varint(person)
    yield "float", struct.pack("<d", person)
    yield "float, big-endian", struct.pack(">d", person)
    for start in range(3):  # where it begins among the three bytes that four characters stand for
        yield f"decimal in base64, from byte {start}", _in_base64(text, start)
        yield f"big-endian in base64, from byte {start}", _in_base64(whole, start)


def varint(number: int) -> bytes:
    """As SQLite writes a row's key: seven bits a byte, the ninth whole."""
    if number >= 1 << 56:
        groups = [0x80 | (number >> (8 + 7 * n)) & 0x7F for n in range(7, -1, -1)]
        return bytes([*groups, number & 0xFF])
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(0x80 | number & 0x7F)
    return bytes(reversed(groups))


def _in_base64(needle: bytes, start: int) -> bytes:
    """The characters that these bytes alone decide, wherever they begin in something longer."""
    encoded = base64.b64encode(bytes(start) + needle).rstrip(b"=")
    return encoded[(start * 8 + 5) // 6 : (start + len(needle)) * 8 // 6]
