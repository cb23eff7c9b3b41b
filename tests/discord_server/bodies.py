"""What the bot sent: JSON, or multipart with `payload_json` and files, as Discord takes both."""

import json
import re
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from tests.discord_server.errors import INVALID_JSON, TOO_LARGE, ApiError
from tests.discord_server.world import Payload

FILE_LIMIT_BYTES = 10 * 1024 * 1024
FILE_FIELD = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True)
class SentFile:
    """A file of a multipart body, `number` as in `files[number]`."""

    number: int
    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class Body:
    """The JSON part and the files."""

    payload: Payload = field(default_factory=dict)
    files: tuple[SentFile, ...] = ()


async def read_json(request: web.Request) -> object:
    """The JSON body, whatever it is; 400 where it is none."""
    if request.content_type != "application/json":
        raise ApiError(400, INVALID_JSON, f"Expected application/json, got {request.content_type}")
    return parse(await request.text())


def parse(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ApiError(400, INVALID_JSON, "The request body contains invalid JSON.") from error


async def read_body(request: web.Request) -> Body:
    """A body that must be a JSON object, perhaps with files."""
    if request.content_type != "multipart/form-data":
        return Body(as_object(await read_json(request)))
    payload: Payload = {}
    files: list[SentFile] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise ApiError(400, INVALID_JSON, "Nested multipart bodies are not taken.")
        name = part.name or ""
        numbered = FILE_FIELD.fullmatch(name)
        if name == "payload_json":
            payload = as_object(parse(await part.text()))
        elif numbered:
            data = bytes(await part.read())
            if len(data) > FILE_LIMIT_BYTES:
                raise ApiError(413, TOO_LARGE, "Request entity too large")
            kind = part.headers.get("Content-Type", "application/octet-stream")
            files.append(SentFile(int(numbered[1]), part.filename or "file", kind, data))
        else:
            raise ApiError(400, INVALID_JSON, f"Unknown part {name!r} of a multipart body.")
    return Body(payload, tuple(files))


def as_object(value: object) -> Payload:
    if not isinstance(value, dict):
        raise ApiError(400, INVALID_JSON, "The request body must be a JSON object.")
    return value
