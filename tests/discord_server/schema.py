"""Discord's own OpenAPI schema of request bodies, where its file is there."""

from tests.discord_server.rules.fault import Fault


def check_schema(method: str, path: str, body: object) -> list[Fault]:
    """Faults of a body against the schema of its route."""
    return []
