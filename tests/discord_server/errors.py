"""How the server says no: Discord's JSON error bodies with their codes."""

from collections.abc import Iterable
from typing import Any

from tests.discord_server.rules.fault import Fault

INVALID_FORM_BODY = 50035


class ApiError(Exception):
    """A request that is refused, with the HTTP status and Discord's own code and words."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code}: {message} {errors or ''}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> dict[str, Any]:
        """The JSON body of the answer."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


def invalid_form(faults: Iterable[Fault], under: tuple[str | int, ...] = ()) -> ApiError:
    """400 with code 50035 and the tree of faults, all of them below the path `under`."""
    return ApiError(400, INVALID_FORM_BODY, "Invalid Form Body", error_tree(faults, under))


def error_tree(faults: Iterable[Fault], under: tuple[str | int, ...] = ()) -> dict[str, Any]:
    """Nested by path, with `_errors` at each fault, as Discord does."""
    tree: dict[str, Any] = {}
    for fault in faults:
        node = tree
        for step in (*under, *fault.path):
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": fault.code, "message": fault.message})
    return tree


def unknown(what: str, code: int) -> ApiError:
    """404 for a thing that is not there."""
    return ApiError(404, code, f"Unknown {what}")


UNKNOWN_CHANNEL = 10003
UNKNOWN_GUILD = 10004
UNKNOWN_MEMBER = 10007
UNKNOWN_MESSAGE = 10008
UNKNOWN_USER = 10013
UNKNOWN_WEBHOOK = 10015
UNKNOWN_INTERACTION = 10062
UNKNOWN_COMMAND = 10063
TOO_LARGE = 40005
ALREADY_ACKNOWLEDGED = 40060
MISSING_ACCESS = 50001
EDIT_OTHERS_MESSAGE = 50005
EMPTY_MESSAGE = 50006
MISSING_PERMISSIONS = 50013
INVALID_WEBHOOK_TOKEN = 50027
INVALID_JSON = 50109
THREAD_EXISTS = 160004
