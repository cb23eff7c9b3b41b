"""Beside the store: what Chroma Cloud takes in one write, kept everywhere so that an index fits there too.

By construction: small batches, ids that are numbers, no documents, names cut by `short`. `check_write` stands
before every write all the same, so that a change that breaks this is noticed here, not in the cloud.
The figures are those of Chroma Cloud's page "Quotas & Limits" of November 2026.
"""

import hashlib
from collections.abc import Mapping, Sequence

from index.errors import BuildError

RECORDS = 300  # a write
RESULTS = 300  # a query or a get
METADATA_VALUE_BYTES = 4_096
METADATA_KEY_BYTES = 36
METADATA_KEYS = 32
ID_BYTES = 128
DIMENSIONS = 4_096
# Ids and publishers come from files and pages, and may be as long as these like. Far below the quota; not to
# be changed: collections hold names cut to this length, and filters look for names cut alike.
NAME_BYTES = 256
_DIGEST_CHARS = 16


def short(name: str) -> str:
    """A name as metadata holds it: itself, or its beginning and a digest of all of it."""
    data = name.encode("utf-8", "replace")
    if len(data) <= NAME_BYTES:
        return data.decode("utf-8")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_CHARS]
    beginning = data[: NAME_BYTES - _DIGEST_CHARS - 1].decode("utf-8", "ignore")
    return f"{beginning}#{digest}"


def check_write(
    ids: Sequence[str],
    dimensions: int,
    metadatas: Sequence[Mapping[str, object]],
) -> None:
    """Raise BuildError, naming the quota, where a write goes past one."""
    _at_most(RECORDS, len(ids), "records in a write")
    _at_most(ID_BYTES, max((len(id_.encode()) for id_ in ids), default=0), "bytes in an id")
    _at_most(DIMENSIONS, dimensions, "dimensions of a vector")
    for metadata in metadatas:
        _at_most(METADATA_KEYS, len(metadata), "metadata keys")
        for key, value in metadata.items():
            _at_most(METADATA_KEY_BYTES, _size(key), "bytes in a metadata key")
            _at_most(METADATA_VALUE_BYTES, _size(value), f"bytes in the metadata value {key}")


def _at_most(limit: int, found: int, what: str) -> None:
    if found > limit:
        raise BuildError(
            f"Chroma Cloud takes at most {limit:,} {what}, and this would be {found:,}.",
            "This is a fault of Footnote; the published index stays.",
        )


def _size(value: object) -> int:
    return len(value.encode("utf-8", "surrogatepass")) if isinstance(value, str) else 8
