"""Chroma Cloud's quotas are kept by what is written, whatever articles call themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BuildError
from index.vector_store.quotas import (
    DIMENSIONS,
    ID_BYTES,
    METADATA_KEY_BYTES,
    METADATA_KEYS,
    METADATA_VALUE_BYTES,
    NAME_BYTES,
    RECORDS,
    check_write,
    short,
)


@given(st.text(max_size=2000))
def test_a_name_is_never_longer_than_there_is_room_for(name: str) -> None:
    assert len(short(name).encode()) <= NAME_BYTES


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_name_that_fits_stays_as_it_is(name: str) -> None:
    assert short(name) == name


def test_long_names_with_the_same_beginning_stay_apart() -> None:
    assert short("x" * 3000 + "a") != short("x" * 3000 + "b")


@pytest.mark.parametrize(
    ("records", "id_", "dimensions", "metadata", "quota"),
    [
        (RECORDS + 1, "1", 3, {"a": "b"}, "records"),
        (1, "1" * (ID_BYTES + 1), 3, {"a": "b"}, "an id"),
        (1, "1", DIMENSIONS + 1, {"a": "b"}, "dimensions"),
        (1, "1", 3, {"a": "ä" * METADATA_VALUE_BYTES}, "metadata value a"),
        (1, "1", 3, {"a" * (METADATA_KEY_BYTES + 1): 1}, "metadata key"),
        (1, "1", 3, {str(n): n for n in range(METADATA_KEYS + 1)}, "metadata keys"),
    ],
)
def test_a_write_past_a_quota_is_refused_before_it_is_sent(
    records: int, id_: str, dimensions: int, metadata: dict[str, object], quota: str
) -> None:
    with pytest.raises(BuildError, match=quota):
        check_write([id_] * records, dimensions, [metadata] * records)


def test_a_write_within_all_quotas_passes() -> None:
    check_write(["1"] * RECORDS, 384, [{"article_id": "a"}] * RECORDS)
