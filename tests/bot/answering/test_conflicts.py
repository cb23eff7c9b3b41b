"""Articles that differ are shown side by side, the newest first; where it is not plain, nothing is said."""

from datetime import date

import pytest

from bot.answer import Answer, Citation, Footnote, Outcome, Question, Statement
from bot.answering import conflicts
from index.article import ArticleInfo
from tests.bot.samples import COAST, passage

OLD, NEW = date(2026, 3, 11), date(2026, 5, 2)
HEIGHT = "How tall is the rebuilt Lindau lighthouse?"
KILLED = "How many people were killed in the Holm storm?"
TALL = "The rebuilt Lindau lighthouse is 41 metres tall."
OPENED = "When did the Lindau bridge open?"
Said = tuple[str, date | None, str]


def differ(
    question: str, *said: Said, elsewhere: str = "", whole: bool = False
) -> list[tuple[str, date | None]] | None:
    """The sides of the conflict between these articles: title, date and what is quoted of it. whole: what is
    quoted is all that was found of each."""
    statements, notes = [], []
    for number, (title, published, text) in enumerate(said, start=1):
        name = f"{title}{published}"
        statements.append(Statement(text, (Citation(number, name, text, 0, len(text)),)))
        notes.append(Footnote(number, ArticleInfo(name, "x.md", title, published=published)))
    passages = [passage(COAST, elsewhere)] if elsewhere else []
    if whole:
        passages = [passage(note.article, one.text) for note, one in zip(notes, statements, strict=True)]
    answer = Answer(
        Question(question), Outcome.ANSWERED, tuple(statements), tuple(notes), passages=tuple(passages)
    )
    found = conflicts.find(answer, [question])
    return [(side.words, side.published) for side in found.sides] if found else None


def test_two_heights_of_one_tower_differ() -> None:
    assert differ(
        HEIGHT,
        ("Lindau plans its lighthouse", OLD, "Officials give the height of the rebuilt tower as 40 meters."),
        ("Lindau lighthouse reopens", NEW, "The rebuilt tower stands 41 metres high, six more than before."),
    ) == [("41 metres", NEW), ("40 meters", OLD)]  # fmt: skip


def test_two_counts_in_digits_and_in_words_differ_and_an_unknown_date_comes_last() -> None:
    assert differ(
        KILLED,
        ("Storm on Holm", None, "Nine people were killed in the storm."),
        ("Holm storm", OLD, "The storm killed 12 people on Holm."),
    ) == [("12 people", OLD), ("Nine people", None)]


def test_two_days_differ() -> None:
    assert differ(
        OPENED,
        ("Lindau", OLD, "The bridge will open on May 9."),
        ("Lindau bridge", NEW, "The bridge opened on 4 May 2026."),
    ) == [("4 May 2026", NEW), ("May 9", OLD)]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (HEIGHT, TALL, "The Lindau lighthouse, rebuilt, measures 41 meters."),
        (HEIGHT, TALL, "The rebuilt Lindau lighthouse is about 40 metres tall."),
        (HEIGHT, TALL, "The rebuilt Lindau lighthouse cost 40 crowns."),
        (HEIGHT, TALL, "The Oster lighthouse is 30 metres tall."),
        (HEIGHT, TALL, "The Lindau lighthouse grew from 35 metres to 41 metres."),
        (KILLED, "The Holm storm killed 12 people.", "The Holm storm hurt 40 sheep."),
        (KILLED, "The Holm storm killed 12 people.", "Nine people were killed in a fire."),
        (OPENED, "The Lindau bridge opened on 4 May 2026.", "The Lindau bridge will open on May 4."),
        (OPENED, "The Lindau bridge opened on 4 May 2026.", "The mayor of Lindau spoke on 9 May."),
        ("Who built the Lindau bridge?", "Ilse Varga built it in 41 days.", "Per Aune built it in 40 days."),
    ],
)  # fmt: skip
def test_where_it_is_not_plain_nothing_is_said(question: str, one: str, other: str) -> None:
    assert differ(question, ("Of this and that", OLD, one), ("Of that and this", NEW, other)) is None


def test_one_article_does_not_differ_from_itself() -> None:
    same = ("Lindau lighthouse", NEW)
    one, other = "The rebuilt lighthouse is 41 metres tall.", "The rebuilt lighthouse is 40 metres tall."
    assert differ(HEIGHT, (*same, one), (*same, other)) is None


def test_amounts_that_one_article_tells_apart_are_of_two_things() -> None:
    question = "How much did Lindau agree to pay to settle the Holm lawsuit?"
    sued = ("Holm lawsuit", NEW, "The $16 million lawsuit of Holm against Lindau was settled.")
    paid = ("Holm lawsuit ends", OLD, "Lindau agreed to pay Holm $7 million to settle the lawsuit.")
    both = "Holm had sued for $16 million. Lindau paid $7 million."
    assert differ(question, sued, paid) == [("$16 million", NEW), ("$7 million", OLD)]
    assert differ(question, sued, paid, elsewhere=both) is None


DOGS = "Are dogs allowed in the Corran hostel?"
ALLOWED = "Dogs are allowed in all rooms if they are kept on a lead."


def test_an_article_that_denies_what_another_says_differs_from_it() -> None:
    assert differ(
        DOGS,
        ("House rules of the Corran hostel, 2023", OLD, ALLOWED),
        ("House rules of the Corran hostel, 2025", NEW, ALLOWED.replace("allowed", "not allowed")),
    ) == [("not allowed", NEW), ("allowed", OLD)]  # fmt: skip


def test_names_differ_only_where_a_name_is_asked_for() -> None:
    one = ("Corran", OLD, "The mayor of Corran, Hedda Lorenz, ordered a day of mourning.")
    other = ("Corran again", NEW, "The mayor of Corran, Ilse Brandt, ordered a day of mourning.")
    assert differ("Who is the mayor of Corran?", one, other) == [("Ilse Brandt", NEW), ("Hedda Lorenz", OLD)]
    assert differ("Did the mayor of Corran order a day of mourning?", one, other) is None


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("How much is the deposit for the key?", "The deposit for the key is 10 crowns.", "25 crowns"),
        ("Is there a deposit for the key?", "The deposit for the key is 10 crowns.", "25 crowns"),
    ],
)
def test_pages_of_one_template_do_not_differ_from_each_other(question: str, one: str, other: str) -> None:
    """Two hostels have two deposits."""
    pages = [("Rules of the Corran hostel", OLD, one), ("Rules of the Marrick hostel", NEW, one)]
    pages[1] = (*pages[1][:2], one.replace("10 crowns", other))
    assert differ(question, *pages, whole=True) is None
    assert differ(question, *((pages[0][0], *page[1:]) for page in pages), whole=True) is not None


def test_another_word_alone_is_no_conflict() -> None:
    one = "The dogs in the hostel are allowed in the yard."
    assert differ(DOGS, ("Rules", OLD, one), ("Rules anew", NEW, one.replace("yard", "garden"))) is None


def test_what_is_beside_the_question_is_not_told_of_as_a_conflict() -> None:
    one = "Keys cost 10 crowns at the desk of the Corran hostel."
    assert differ(DOGS, ("Rules", OLD, one), ("Rules anew", NEW, one.replace("10", "25"))) is None
