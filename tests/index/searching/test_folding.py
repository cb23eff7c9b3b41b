"""Copies of one text become one source that lists them."""

from index.generation.catalog_rows import StoredChunk
from index.searching.folding import fold_copies

WIRE = (
    "The night ferry between Lindau and Skagen will not sail this winter, its director Pavel Orlov said on"
    " Tuesday, since the new bridge has taken most of the passengers that it used to carry."
)
OTHER = "The fish market moves into the old customs hall in October, where 48 of 60 stalls will get a place."


def chunk(number: int, article: int, text: str) -> StoredChunk:
    return StoredChunk(number, article, 0, len(text), text, None, (), f"key {number}")


def test_a_reprint_with_small_changes_is_listed_under_the_better_ranked_one() -> None:
    reprint = WIRE.replace("on Tuesday", "yesterday") + " The council regrets it."
    folded = fold_copies([chunk(1, 1, WIRE), chunk(2, 2, OTHER), chunk(3, 3, reprint)], limit=5)
    assert [(f.chunk.number, f.copies) for f in folded] == [(1, [3]), (2, [])]


def test_two_reports_of_one_event_stay_apart() -> None:
    independent = (
        "Passengers have left the night boat to Skagen for the bridge, and so it stops until spring."
    )
    assert len(fold_copies([chunk(1, 1, WIRE), chunk(2, 2, independent)], limit=5)) == 2


def test_an_article_is_no_copy_of_itself() -> None:
    assert len(fold_copies([chunk(1, 1, WIRE), chunk(2, 1, WIRE)], limit=5)) == 2


def test_each_article_of_several_copies_is_listed_once() -> None:
    ranked = [chunk(1, 1, WIRE), chunk(2, 2, WIRE), chunk(3, 2, WIRE), chunk(4, 3, WIRE)]
    (folded,) = fold_copies(ranked, limit=5)
    assert folded.copies == [2, 3]


def test_texts_too_short_to_compare_are_kept() -> None:
    assert len(fold_copies([chunk(1, 1, "Yes."), chunk(2, 2, "Yes.")], limit=5)) == 2


def test_no_more_than_asked_for_are_kept() -> None:
    ranked = [chunk(n, n, f"{OTHER} {'word ' * n}{n} " * n) for n in range(1, 30)]
    assert len(fold_copies(ranked, limit=3)) <= 3
