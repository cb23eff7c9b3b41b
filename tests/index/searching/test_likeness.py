"""An editor's small changes make no other text; another number, name, unit, day or "not" does."""

import pytest

from index.embedding.sentence_ends import sentences
from index.searching.likeness import says_otherwise

FIRE = (
    "A fire in a warehouse at the harbour of Sallow killed 12 people on Tuesday night, the police said. The"
    " flames spread through the three floors within minutes, and the fire brigade needed until the morning to"
    " put them out. The mayor, Hedda Lorenz, ordered three days of mourning."
)


def differ(one: str, other: str) -> bool:
    cut = [[text[span.start : span.end] for span in sentences(text)] for text in (one, other)]
    assert says_otherwise(cut[0], cut[1]) == says_otherwise(cut[1], cut[0])
    return says_otherwise(cut[0], cut[1])


@pytest.mark.parametrize(
    "reprint",
    [
        FIRE,
        FIRE.replace("on Tuesday night", "yesterday night"),
        FIRE.replace(" on Tuesday night", ""),
        FIRE.replace("the police said", "the police said in a statement"),
        FIRE.replace("the police", "“the police”"),
        FIRE.split(" The mayor")[0],
        f"The council regrets it. {FIRE}",
        f"SALLOW, 4 March (Wire) - {FIRE}",
        f"SALLOW — {FIRE}",
        f"By Anna Holm, Sallow Courier\n\n{FIRE}",
    ],
)
def test_a_reprint_says_the_same(reprint: str) -> None:
    assert not differ(FIRE, reprint)
    assert not differ(f"By Pavel Orlov\n\n{FIRE}", reprint)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE, FIRE.replace("12", "15")),
        (FIRE, FIRE.replace("12", "at least 12")),
        (FIRE, FIRE.replace("Tuesday", "Wednesday")),
        (FIRE, FIRE.replace("Hedda Lorenz", "Ilse Brandt")),
        (FIRE, FIRE.replace("ordered", "did not order")),
        (FIRE, FIRE.replace("people", "sheep")),
        (f"Corran branch, 12 Market Street. {FIRE}", f"Marrick branch, 3 Quay. {FIRE}"),
        (f"Monday 9–17\n\n{FIRE}", f"Monday 10–18\n\n{FIRE}"),
        ("The deposit for the key is $10 a day.", "The deposit for the key is €10 a day."),
        ("The deposit for the key is 10 euros.", "The deposit for the key is 10 crowns."),
        ("It was -5 degrees in the night.", "It was 5 degrees in the night."),
        ("The price rose by 5 in the year.", "The price rose by 5 % in the year."),
        ("In the final Ann Hill beat Bob Stone.", "In the final Bob Stone beat Ann Hill."),
        ("Dogs are allowed in all rooms.", "Dogs are forbidden in all rooms."),
        ("The hall opens before the match.", "The hall opens after the match."),
        ("The hall is open to all members.", "The hall is open only to all members."),
        ("Hunde sind in allen Zimmern erlaubt.", "Hunde sind in allen Zimmern nicht erlaubt."),
        ("Les chiens sont admis dans les chambres.", "Les chiens ne sont pas admis dans les chambres."),
        ("Собаки дозволені в усіх кімнатах.", "Собаки не дозволені в усіх кімнатах."),
    ],
)
def test_what_an_editor_would_not_change_is_another_text(one: str, other: str) -> None:
    assert differ(one, other)
