"""Beneath the store: a connection to Chroma, and what its errors mean in our words.

Chroma's HTTP client waits for ever and raises whatever comes: httpx's errors where there is no connection,
its own where the server says what is wrong, and a bare Exception with the page's text where something between
answers. `server_errors` makes one kind of each; `asked` tries again what only stumbled.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import httpx

from index.errors import FootnoteError, IndexDamaged, ServerUnavailable, SettingsError, VectorsLost
from index.settings import IndexSettings
from index.vector_store.quotas import RESULTS

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
import shutil
from tempfile import TemporaryDirectory

FOLDER_NAME = "chroma"
# A connection that broke, or a server that is busy, is asked again after these; then it counts as away.
RETRY_WAITS_S = (0.2, 1.0)
BUSY = frozenset({429, 500, 502, 503, 504})
REFUSED = frozenset({401, 403})
NOT_FOUND = 404
# A write may take longer than a search: the server brings 300 records to its disk.
WRITE_PATIENCE = 6
T = TypeVar("T")


def connect(settings: IndexSettings, folder: Path, *, writing: bool) -> "ClientAPI":
    """The generation's own folder opened, or a client of the server that the settings name.

    writing: be more patient with the server. Raises what `server_errors` raises.
    """
    import chromadb  # 1.2 s: only where vectors are used
    from chromadb.config import Settings as ChromaSettings

    options = ChromaSettings(anonymized_telemetry=False)
    if settings.chroma_url is None:
        return chromadb.PersistentClient(str(folder / FOLDER_NAME), settings=options)
    timeout_s = settings.chroma_timeout_s * (WRITE_PATIENCE if writing else 1)
    with server_errors(settings):
        asked(lambda: _knock(settings, timeout_s))
        if not _is_encrypted(settings):
            options.chroma_server_ssl_verify = False  # or each client reads all certificates, 60 ms of work
        client = chromadb.HttpClient(
            host=str(settings.chroma_url).rstrip("/"),  # with its path, where a proxy serves several
            headers=_headers(settings),
            tenant=settings.chroma_tenant,
            database=settings.chroma_database,
            settings=options,
        )
    _limit_waiting(client, timeout_s)
    return client


def close(client: "ClientAPI") -> None:
    """Let go of what a client holds. The interface does not name `close`, each client has it; and it leaves
    the connections of its HTTP sessions open."""
    from chromadb.api.client import Client

    assert isinstance(client, Client)
    for session in _sessions(client):
        session.close()
    client.close()


def drop_collection(settings: IndexSettings, collection: str) -> None:
    """Remove a server's collection; one that is not there is ignored."""
    from chromadb.errors import NotFoundError

    client = connect(settings, Path(), writing=True)
    try:
        with server_errors(settings), suppress(NotFoundError):
            asked(lambda: client.delete_collection(collection))
    finally:
        close(client)


def collection_names(settings: IndexSettings) -> list[str]:
    """The names of all collections on the server."""
    client = connect(settings, Path(), writing=True)
    try:
        with server_errors(settings):
            found = pages(lambda at: asked(lambda: client.list_collections(limit=RESULTS, offset=at)))
            return sorted(each.name for each in found)
    finally:
        close(client)


def pages(page_from: Callable[[int], Sequence[T]]) -> list[T]:
    """All entries of a list that is given out page by page."""
    found: list[T] = []
    while True:
        page = page_from(len(found))
        found += page
        if len(page) < RESULTS:
            return found


def asked(request: Callable[[], T]) -> T:
    """The answer to a request that may be sent twice, tried again where the server only stumbled."""
    for wait_s in RETRY_WAITS_S:
        try:
            return request()
        except Exception as error:
            if not _may_pass(error):
                raise
            time.sleep(wait_s)
    return request()


@contextmanager
def server_errors(settings: IndexSettings) -> Iterator[None]:
    """Say in plain words what a server's client raises; an embedded store's errors pass as they are.

    Raises ServerUnavailable where it is away, slow or broken, VectorsLost where it does not hold what it was
    given, SettingsError where it does not let us in.
    """
    try:
        yield
    except FootnoteError:
        raise
    except Exception as error:
        if settings.chroma_url is None:
            raise
        raise _explained(settings, error) from error


def _explained(settings: IndexSettings, error: Exception) -> FootnoteError:
    from chromadb.errors import ChromaAuthError, NotFoundError

    where = f"The Chroma server {settings.chroma_url}"
    status = _status(error)
    if status in REFUSED or isinstance(error, ChromaAuthError):
        return SettingsError(
            f"{where} does not let us in.", "Check CHROMA_TOKEN, CHROMA_TENANT and CHROMA_DATABASE."
        )
    if status == NOT_FOUND:  # only while connecting; Chroma has an error of its own for later
        return SettingsError(
            f"{where} has no database {settings.chroma_database} of tenant {settings.chroma_tenant}.",
            "Create it there, or check CHROMA_TENANT and CHROMA_DATABASE.",
        )
    if isinstance(error, NotFoundError):
        return vectors_lost(settings)
    if isinstance(error, httpx.TimeoutException):
        reason = f"did not answer within {settings.chroma_timeout_s:g} s"
    elif status is not None:
        reason = f"answered {status}"
    elif isinstance(error, httpx.TransportError | ValueError):
        reason = "cannot be reached"
    else:
        reason = f"failed ({type(error).__name__})"
    return ServerUnavailable(f"{where} {reason}.", "Look after it; everything goes on when it is back.")


def vectors_lost(settings: IndexSettings) -> VectorsLost:
    """What to tell where the server answers, but does not hold the index's vectors."""
    return VectorsLost(
        f"The Chroma server {settings.chroma_url} does not hold all vectors of the index: was it emptied?",
        "Run `python -m index doctor --repair`, or `python -m index build`: both write the vectors that the"
        " catalog keeps, without embedding again.",
    )


def unopenable(generation: str, error: BaseException) -> IndexDamaged:
    """What to tell where a generation's own folder of vectors does not open, or cannot be searched."""
    return IndexDamaged(
        f"The vectors of generation {generation} in {FOLDER_NAME}/ cannot be read: {error}.",
        "Run `python -m index build`.",
    )


def is_panic(error: BaseException) -> bool:
    """Whether Chroma's native part gave up; what it raises then is no Exception."""
    return type(error).__name__ == "PanicException"


def _headers(settings: IndexSettings) -> dict[str, str]:
    return {"x-chroma-token": settings.chroma_token.get_secret_value()} if settings.chroma_token else {}


def _knock(settings: IndexSettings, timeout_s: float) -> None:
    """See that the server lets us into our database. Chroma's client asks the same as it is made, but would
    wait for ever, and tells less of what went wrong."""
    tenant, database = (quote(name, safe="") for name in (settings.chroma_tenant, settings.chroma_database))
    address = f"{str(settings.chroma_url).rstrip('/')}/api/v2/tenants/{tenant}/databases/{database}"
    checked = _is_encrypted(settings)
    httpx.get(address, headers=_headers(settings), timeout=timeout_s, verify=checked).raise_for_status()


def _is_encrypted(settings: IndexSettings) -> bool:
    return settings.chroma_url is not None and settings.chroma_url.scheme == "https"


def _status(error: Exception) -> int | None:
    """The HTTP status behind an error, where there is one. Chroma raises a bare Exception while it handles
    httpx's, and a ValueError around that while it connects."""
    at: BaseException | None = error
    for _ in range(6):
        if at is None:
            break
        if isinstance(at, httpx.HTTPStatusError):
            return at.response.status_code
        at = at.__cause__ or at.__context__
    return None


def _may_pass(error: Exception) -> bool:
    """Whether the same request may succeed in a moment. What took too long is not waited for again."""
    if isinstance(error, httpx.TimeoutException):
        return False
    return isinstance(error, httpx.TransportError) or _status(error) in BUSY


def _limit_waiting(client: "ClientAPI", timeout_s: float) -> None:
    """Chroma gives its HTTP client no time limit and no way to set one but this."""
    for session in _sessions(client):
        session.timeout = httpx.Timeout(timeout_s)


def _sessions(client: "ClientAPI") -> list[httpx.Client]:
    """The HTTP sessions of a server's client: its own, and that of the helper that asks for databases."""
    from chromadb.api.client import AdminClient, Client
    from chromadb.api.fastapi import FastAPI

    assert isinstance(client, Client)
    assert isinstance(client._admin_client, AdminClient)
    servers = (client._server, client._admin_client._server)
    return [server._session for server in servers if isinstance(server, FastAPI)]


def stand_in_for(folder: Path) -> "TemporaryDirectory[str]":
    """A folder that can be opened in the place of a generation's; to be cleaned up by who asked for it.
    Raises OSError where the temporary disk has no room either."""
    made = TemporaryDirectory(prefix="footnote-")
    try:
        place = Path(made.name) / FOLDER_NAME
        place.mkdir()
        for entry in (folder / FOLDER_NAME).iterdir():
            if entry.is_dir():
                (place / entry.name).symlink_to(entry.resolve(), target_is_directory=True)
            else:
                shutil.copyfile(entry, place / entry.name)
    except BaseException:
        made.cleanup()
        raise
    return made
