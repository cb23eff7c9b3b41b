"""Discord's own OpenAPI schema of request bodies, where its file lies beside the project: a second net.

What it faults is answered like any other broken limit. Its error trees want integer codes; the real
service gives words, so words it is here too.
"""

import functools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.discord_server.rules.fault import Fault, bad_length, required, too_long, wrong_choice

SCHEMA_FILE = Path(__file__).parents[3] / "shared" / "discord" / "openapi.json"
ROOT = "urn:discord"

# Where the schema refuses what the documentation allows and the service takes.
EXCEPTIONS: dict[str, dict[str, Any]] = {
    # Ids are documented as "strings or integers" in requests; discord.py sends integers in references,
    # attachments and allowed mentions.
    "SnowflakeType": {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"},
}
# `default_member_permissions` is documented as a string (of a number); the schema wants an integer.
PERMISSIONS = {"type": ["integer", "string", "null"], "pattern": "^[0-9]+$", "minimum": 0}
COMMAND_SCHEMAS = ("ApplicationCommandCreateRequest", "ApplicationCommandUpdateRequest")


def check_schema(method: str, path: str, body: object, file: Path = SCHEMA_FILE) -> list[Fault]:
    """Faults of a body against the schema of its route; none where there is no schema file.

    `path` is the route as the schema spells it, such as /channels/{channel_id}/messages.
    """
    validator = _validator(method.lower(), path, file)
    if validator is None:
        return []
    errors: Iterable[ValidationError] = validator.iter_errors(body)
    faults = [_fault(deepest) for error in errors for deepest in _descend(error)]
    # Alternatives of alternatives tell one fault more than once, each in its own words.
    return list({(fault.path, fault.code): fault for fault in faults}.values())


@functools.cache
def _schema(file: Path) -> dict[str, Any] | None:
    """The whole schema, with the exceptions in it; read once, when it is first needed."""
    if not file.exists():
        return None
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    schemas = schema["components"]["schemas"]
    schemas.update(EXCEPTIONS)
    for name in COMMAND_SCHEMAS:
        schemas[name]["properties"]["default_member_permissions"] = PERMISSIONS
    return schema


@functools.cache
def _validator(method: str, path: str, file: Path) -> Draft202012Validator | None:
    schema = _schema(file)
    if schema is None:
        return None
    body = schema["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
    registry: Registry[Any] = Registry().with_resource(ROOT, DRAFT202012.create_resource(schema))
    return Draft202012Validator(_absolute(body), registry=registry)


def _absolute(schema: Any) -> Any:
    """The same schema, its references leading into the whole one from anywhere."""
    if isinstance(schema, dict):
        return {name: ROOT + value if name == "$ref" else _absolute(value) for name, value in schema.items()}
    return [_absolute(value) for value in schema] if isinstance(schema, list) else schema


def _descend(error: ValidationError) -> list[ValidationError]:
    """The errors that matter: of alternatives, those of the one that the body's `type` chose."""
    if error.validator not in ("oneOf", "anyOf") or not error.context:
        return [error]
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)

    def strangeness(branch: list[ValidationError]) -> tuple[bool, bool, int]:
        """Another `type` altogether comes last, and so does "it should be null"."""
        own_depth = len(error.absolute_path)
        other_type = any(list(one.absolute_path)[own_depth:] == ["type"] for one in branch)
        should_be_null = any(one.validator == "type" and one.validator_value == "null" for one in branch)
        return other_type, should_be_null, len(branch)

    best = min(branches.values(), key=strangeness)
    return [deeper for inner in best for deeper in _descend(inner)]


def _fault(error: ValidationError) -> Fault:
    """In Discord's words."""
    path = tuple(error.absolute_path)
    limits = error.schema if isinstance(error.schema, dict) else {}
    if error.validator in ("maxLength", "minLength", "maxItems", "minItems"):
        unit = "Length" if str(error.validator).endswith("Length") else "Items"
        least, most = limits.get(f"min{unit}"), limits.get(f"max{unit}")
        if error.instance in ("", []) and least:
            return required(path)
        return bad_length(path, least, most or least) if least else too_long(path, most or 0)
    if error.validator == "required":
        # "'name' is a required property": the only place where the library says which one.
        return required((*path, error.message.split("'")[1]))
    if error.validator in ("enum", "const", "oneOf", "anyOf"):
        return wrong_choice(path, str(error.validator_value)[:200])
    return Fault(path, "BASE_TYPE_BAD", error.message[:200])
