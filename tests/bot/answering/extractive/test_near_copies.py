"""Sentences that are the same but for what matters contradict each other; others only look different."""

import pytest

from bot.answering.extractive.near_copies import Kind, difference, of_one_template

DOGS = "Dogs are allowed in all rooms if they are kept on a lead."
FIRE = "A fire at the harbour killed 12 people on Tuesday."


@pytest.mark.parametrize(
    ("one", "other", "kind", "shown", "other_shown"),
    [
        (DOGS, DOGS.replace("are allowed", "are not allowed"), Kind.DENIAL, "allowed", "not allowed"),
        (DOGS, DOGS.replace("are allowed", "aren't allowed"), Kind.DENIAL, "are allowed", "aren't allowed"),
        (DOGS, DOGS.replace("allowed", "forbidden"), Kind.DENIAL, "allowed", "forbidden"),
        (FIRE, FIRE.replace("12", "15"), Kind.NUMBER, "12 people", "15 people"),
        (FIRE, FIRE.replace("12", "fifteen"), Kind.NUMBER, "12 people", "fifteen people"),
        (FIRE, FIRE.replace("Tuesday", "Friday"), Kind.NAME, "Tuesday", "Friday"),
        ("The flag of Corran is blue.", "The flag of Corran is red.", Kind.WORD, "blue", "red"),
        ("Es gab zwölf Tote in Corran.", "Es gab elf Tote in Corran.", Kind.WORD, "zwölf", "elf"),
        (
            "The old flag of Corran shows 2 lions.",
            "The torn flag of Corran shows 3 lions.",
            Kind.NUMBER,
            "2 lions",
            "3 lions",
        ),
        ("It costs $10 a day.", "It costs €10 a day.", Kind.NUMBER, "$10", "€10"),
        ("It costs 10 crowns a day.", "It costs 10 euros a day.", Kind.NUMBER, "10 crowns", "10 euros"),
        ("It rose by 5% in 2023.", "It fell by 5% in 2023.", Kind.DENIAL, "rose", "fell"),
        (
            "In the final Ann Hill beat Bob Stone.",
            "In the final Bob Stone beat Ann Hill.",
            Kind.NAME,
            "Ann Hill beat Bob Stone",
            "Bob Stone beat Ann Hill",
        ),
        (
            "Hunde sind nicht erlaubt in allen Zimmern.",
            "Hunde sind erlaubt in allen Zimmern.",
            Kind.DENIAL,
            "nicht erlaubt",
            "erlaubt",
        ),
    ],
)
def test_what_two_sentences_contradict_each_other_in(
    one: str, other: str, kind: Kind, shown: str, other_shown: str
) -> None:
    found, back = difference(one, other), difference(other, one)
    assert found is not None
    assert back is not None
    assert (found.kind, found.one, found.other) == (kind, shown, other_shown)
    assert (back.kind, back.one, back.other) == (kind, other_shown, shown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE, FIRE),
        (FIRE, FIRE.replace("12", "twelve")),
        (FIRE, FIRE.replace("12", "a dozen")),
        (FIRE, FIRE.replace("on Tuesday", "yesterday")),
        (FIRE, FIRE.replace("12", "more than 10")),
        (FIRE, "The mayor of Sallow opened the market."),
        ("The tower is 41 metres tall.", "The tower is 41 meters tall."),
        ("The tower is 41 metres tall.", "The tower, rebuilt, is 41 metres tall."),
        ("It is 6 miles to the town of Corran.", "It is 10 kilometres to the town of Corran."),
    ],
)
def test_what_only_looks_different_is_no_contradiction(one: str, other: str) -> None:
    assert difference(one, other) is None
    assert difference(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "titles", "apart"),
    [
        ("The house of Corran is open.", "The house of Marrick is open.", ("House", "House"), True),
        ("It is open.", "It is open.", ("House rules, Corran", "House rules, Marrick"), True),
        ("It is open.", "It is open.", ("House rules, 2023", "House rules, 2025"), False),
        ("It is open.", "It is open.", ("Blaze Kills Twelve", "Warehouse fire"), False),
        ("The mayor of Corran came.", "The mayor came.", ("News", "News"), False),
        ("It opened on 4 May 2026.", "It opened on 9 June 2026.", ("News", "News"), False),
        ("Anna Holm wrote it.", "The police came on Friday.", ("News", "News"), False),
    ],
)
def test_pages_of_one_template_are_of_one_template(
    one: str, other: str, titles: tuple[str, str], *, apart: bool
) -> None:
    assert of_one_template(one, other, titles) == apart
