"""The vectors in Chroma: an embedded directory, or a collection on a Chroma server.

Without the chunks' text: with it, Chroma would keep a trigram index of every word beside the BM25 index that
ranks better (3,000 chunks: 5.4 s and 44 MB against 2.7 s and 14 MB). The text stands in the catalog, under
the same number. Not through LlamaIndex's adapter: it costs a build 1.5 s of imports, keeps a JSON of 2 kB
with each chunk, and hides the distance behind exp(-x).

An embedded collection belongs to one generation and is never written after that is published. On a server
generations share a collection, or each build would send every vector again: chunks have numbers there that no
other build gives (index/generation/catalog_writer.py), nothing is changed under its number, and nothing
deleted that a kept generation has. So a generation sees its own chunks, whatever else is added; what is not
its own is left out of what a query brings.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from index.errors import FootnoteError, IndexUnavailable
from index.passage import Filters
from index.settings import IndexSettings
from index.vector_store.chroma_client import (
    asked,
    close,
    connect,
    is_panic,
    pages,
    server_errors,
    stand_in_for,
    unopenable,
    vectors_lost,
)
from index.vector_store.quotas import RECORDS, RESULTS, check_write
from index.vector_store.records import VectorRecord, condition_of, metadata_of

if TYPE_CHECKING:
    from chromadb import Collection, Metadata
    from chromadb.api import ClientAPI

EMBEDDED_COLLECTION = "chunks"
# Cosine is fixed at creation. As many candidates while searching as twice the depth that is asked for.
CONFIGURATION = {"hnsw": {"space": "cosine", "ef_search": 200}}
# Others' chunks may be among the nearest on a server: this many more are asked for at first.
SPARE_RESULTS = 50
Numbers = NDArray[np.int64]
T = TypeVar("T")


class VectorStore:
    """The vectors of one generation. Chunks go by their numbers in the catalog.

    Where they are on a server, each method raises what `server_errors` raises.
    """

    def __init__(
        self, settings: IndexSettings, client: "ClientAPI", collection: "Collection", members: Numbers | None
    ) -> None:
        """members: the numbers of the generation's chunks, ascending; None for all of the collection's."""
        self._settings = settings
        self._client = client
        self._collection = collection
        self._members = members
        self._stand_in: TemporaryDirectory[str] | None = None
        self._read_only: str | None = None  # the generation that nobody writes any more

    @classmethod
    def create(cls, settings: IndexSettings, collection: str, folder: Path) -> Self:
        """A new, empty collection. folder: the generation's own, used when Chroma is embedded."""
        client = connect(settings, folder, writing=True)
        with server_errors(settings):
            made = client.create_collection(
                collection,
                embedding_function=None,
                configuration=CONFIGURATION,  # type: ignore[arg-type]  # its TypedDict is private
            )
        return cls(settings, client, made, None)

    @classmethod
    def open(
        cls,
        settings: IndexSettings,
        collection: str,
        folder: Path,
        members: Numbers | None = None,
        *,
        writing: bool = False,
    ) -> Self:
        """A collection that is there. members: the numbers of the generation's chunks, ascending, where the
        collection may hold others too. Raises IndexUnavailable where it does not open, VectorsLost where it
        holds fewer than its members. To be read, it may stand on a disk that cannot be written."""
        try:
            return cls._open(settings, collection, folder, members, writing)
        except IndexUnavailable:
            if writing or settings.chroma_url is not None:
                raise
            try:
                stand_in = stand_in_for(folder)
            except OSError as error:
                raise unopenable(folder.name, error) from error
        try:
            store = cls._open(settings, collection, Path(stand_in.name), members, writing)
        except BaseException:
            stand_in.cleanup()
            raise
        store._stand_in = stand_in
        store._read_only = folder.name
        return store

    @classmethod
    def _open(
        cls, settings: IndexSettings, collection: str, folder: Path, members: Numbers | None, writing: bool
    ) -> Self:
        client = None
        try:
            client = connect(settings, folder, writing=writing)
            with server_errors(settings):
                found = client.get_collection(collection, embedding_function=None)
                store = cls(settings, client, found, members)
                if members is not None and store.count() < len(members):
                    raise vectors_lost(settings)
        except BaseException as error:
            if client:
                close(client)
            if isinstance(error, FootnoteError) or not (isinstance(error, Exception) or is_panic(error)):
                raise
            raise unopenable(folder.name, error) from error
        store._read_only = None if writing or settings.chroma_url else folder.name
        return store

    def close(self) -> None:
        """Let go of the files, or of the connection."""
        close(self._client)
        if self._stand_in:
            self._stand_in.cleanup()

    def add(self, records: Sequence[VectorRecord]) -> None:
        """Add chunks that are not there yet. Those that are stay as they are."""
        for at in range(0, len(records), RECORDS):
            self._send(records[at : at + RECORDS])

    def remove(self, numbers: Sequence[int]) -> None:
        """Take chunks out; numbers that are not there are ignored."""
        for at in range(0, len(numbers), RECORDS):
            ids = [str(number) for number in numbers[at : at + RECORDS]]
            self._asked(lambda ids=ids: self._collection.delete(ids=ids))  # type: ignore[misc]

    def count(self) -> int:
        """How many chunks the collection holds, those of other generations too."""
        return self._asked(lambda: self._collection.count())

    def missing(self, numbers: Sequence[int]) -> list[int]:
        """Those of the chunks that are not there, in their order."""
        there = {int(i) for page in self._get(numbers, []) for i in page["ids"]}
        return [number for number in numbers if number not in there]

    def vectors(self, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """The vectors of those of the chunks that are there."""
        found: dict[int, NDArray[np.float32]] = {}
        for page in self._get(numbers, ["embeddings"]):
            for id_, vector in zip(page["ids"], page["embeddings"], strict=True):
                found[int(id_)] = np.asarray(vector, np.float32)
        return found

    def numbers(self) -> list[int]:
        """The numbers of all chunks in the collection, those of other generations too."""
        ids = pages(
            lambda at: self._asked(lambda: self._collection.get(include=[], limit=RESULTS, offset=at)["ids"])
        )
        return [int(id_) for id_ in ids]

    def query(
        self, vector: NDArray[np.float32], limit: int, filters: Filters | None = None
    ) -> list[tuple[int, float]]:
        """The nearest chunks: (number, cosine) pairs, nearest first."""
        where = condition_of(filters) if filters else None
        if self._members is None:
            return self._nearest(vector, limit, where)
        asked_for = min(limit + SPARE_RESULTS, RESULTS)
        while True:
            found = self._nearest(vector, asked_for, where)
            if not found and where is None and len(self._members):
                raise vectors_lost(self._settings)
            own = self._own(found)
            if len(own) >= limit or len(found) < asked_for or asked_for == RESULTS:
                return own[:limit]
            asked_for = RESULTS

    def _get(self, numbers: Sequence[int], include: list[str]) -> Iterator[Mapping[str, Any]]:
        """What Chroma has under these numbers, page by page."""
        for at in range(0, len(numbers), RESULTS):
            ids = [str(number) for number in numbers[at : at + RESULTS]]
            yield self._asked(
                lambda ids=ids: cast(Any, self._collection).get(ids=ids, include=include)  # type: ignore[misc]
            )

    def _send(self, records: Sequence[VectorRecord]) -> None:
        ids = [str(record.number) for record in records]
        vectors = np.stack([record.vector for record in records])
        metadatas: list[Metadata] = [metadata_of(record) for record in records]
        check_write(ids, vectors.shape[1], metadatas)
        self._asked(lambda: self._collection.add(ids=ids, embeddings=vectors, metadatas=metadatas))

    def _nearest(
        self, vector: NDArray[np.float32], limit: int, where: dict[str, Any] | None
    ) -> list[tuple[int, float]]:
        found = self._asked(
            lambda: self._collection.query(
                query_embeddings=vector[np.newaxis, :], n_results=limit, where=where, include=["distances"]
            )
        )
        distances = found["distances"]
        if not distances:
            return []
        return [(int(i), 1.0 - d) for i, d in zip(found["ids"][0], distances[0], strict=True)]

    def _own(self, found: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """Those of them that are this generation's."""
        assert self._members is not None
        numbers = np.array([number for number, _ in found], np.int64)
        places = np.minimum(np.searchsorted(self._members, numbers), max(len(self._members) - 1, 0))
        if not len(self._members):
            return []
        ours = self._members[places] == numbers
        return [each for each, is_ours in zip(found, ours.tolist(), strict=True) if is_ours]

    def _of_the_folder(self, request: Callable[[], T]) -> T:
        """The answer of an embedded Chroma. Whatever it raises of files that nobody writes, is damage."""
        try:
            return request()
        except BaseException as error:
            if self._read_only is None or not (isinstance(error, Exception) or is_panic(error)):
                raise
            raise unopenable(self._read_only, error) from error

    def _asked(self, request: Callable[[], T]) -> T:
        """The answer of Chroma, with a server's errors in our words. A collection that was emptied and
        written again is another one under the same name, and is looked up once more."""
        if self._settings.chroma_url is None:
            return self._of_the_folder(request)
        from chromadb.errors import NotFoundError

        with server_errors(self._settings):
            try:
                return asked(request)
            except NotFoundError:
                self._collection = self._client.get_collection(self._collection.name, embedding_function=None)
                return asked(request)
