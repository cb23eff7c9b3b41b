"""A statement that is too long to be one comes apart where its sentences stand by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Citation
from bot.answering.llm.splitting import nearest, split
from bot.answering.verification import LONGEST_STATEMENT, MOST_QUOTED

TOWER = "The rebuilt tower stands 41 metres above the quay, six more than the old one, says Mr. Aune."
FERRY = "About 1,250 passengers were stranded on Holm island while the crews of both ferries were away."


def citing(quote: str, start: int = 0) -> Citation:
    return Citation(0, "coast", quote, start, start + len(quote))


def test_a_short_statement_stays_whole() -> None:
    assert split(f"{TOWER} {FERRY}") == (f"{TOWER} {FERRY}",)


def test_a_long_one_comes_apart_at_sentence_ends_not_at_titles() -> None:
    assert split(" ".join([TOWER, FERRY] * 4)) == (TOWER, FERRY) * 4


@pytest.mark.parametrize("leaning", ["He said so himself.", "It will stay so.", "However, that may change."])
def test_a_sentence_that_leans_on_the_one_before_stays_with_it(leaning: str) -> None:
    assert split(" ".join([TOWER, leaning, *[FERRY] * 6])) == (f"{TOWER} {leaning}", *[FERRY] * 6)


@given(st.lists(st.sampled_from([TOWER, FERRY, "It is so.", "x" * 700, "No end", "?!", "“Yes.” He left."])))
def test_no_part_is_too_long_and_nothing_is_added(sentences: list[str]) -> None:
    text = " ".join(sentences)
    parts = split(text)
    assert all(len(part) <= LONGEST_STATEMENT for part in parts)
    assert all(part in text for part in parts)


def test_a_short_list_of_quotes_stays_as_it_is() -> None:
    quotes = (citing(FERRY), citing(TOWER))
    assert nearest(TOWER, quotes) == quotes


def test_of_an_endless_list_those_stay_that_share_words_as_many_as_are_read() -> None:
    quotes = (*(citing(FERRY, start) for start in range(30)), citing(TOWER))
    assert nearest("The tower stands 41 metres above the quay.", quotes) == (citing(TOWER),)
    kept = nearest("Crews and passengers were stranded near the tower.", quotes)
    assert sum(len(citation.quote) for citation in kept) <= MOST_QUOTED
    assert set(kept) < set(quotes)


def test_a_part_with_no_quote_near_it_has_none() -> None:
    assert nearest("Bread is dearer.", tuple(citing(FERRY, start) for start in range(30))) == ()
