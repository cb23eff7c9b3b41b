"""First in verification: a text becomes items, each with what its sentence does to it.

An item is a word that carries content, or a number. The words between items (articles, auxiliaries,
prepositions, "not", "may", "all", "at least") are not items: they are marks on the item that they
stand before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.answering.english import calendar_and_numbers
from bot.answering.english import lexicon as lx
from bot.answering.english.numbers import number_at
from bot.answering.english.spelling import ends_sentence, keys_of, plain_text, stem_of
from bot.answering.verification.items import Item, Kind, Marks
from index.words import Token, fold, tokens

_NAMES_TOO = frozenset({"per", "will", "may"})  # "Per Aune", where a name follows
_MARKS = ',;:()[]–—"“”'
# Every word that is a mark on the item after it; most words of a text are none.
_MARKING = frozenset().union(
    *(
        lx.NEGATIONS,
        lx.MODALS,
        lx.BE,
        lx.AUXILIARIES,
        lx.APPROXIMATIONS,
        calendar_and_numbers.RELATIVES,
        lx.HEDGES,
    ),
    *(lx.QUANTIFIERS, lx.CONDITIONS, lx.BOUNDARIES, lx.PREPOSITION_CLASSES, lx.DETERMINERS, lx.JOINERS),
    *(lx.PRONOUNS, lx.LIGHT),
)


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return fold(word).replace("'s", "").replace("'", "").replace(".", "")


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens of a text once and collects its items."""

    text: str
    words: Sequence[Token]
    items: list[Item] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    hedges: set[str] = field(default_factory=set)
    sentence: int = 0
    clause: int = 0
    negation: int = -1  # the clause that was negated last
    since_sentence: int = 0  # items since the sentence began

    def read(self) -> list[Item]:
        position = 0
        while position < len(self.words):
            self._look_between(position)
            number = number_at(self.words, position, self.text)
            if number and not self._is_pronoun(position):
                word = self.text[self.words[position].start : self.words[position + number.length - 1].end]
                self._add(word, number.value, frozenset({number.value}), Kind.NUMBER, number.value)
                position += number.length
                continue
            self._read_word(position)
            position += 1
        self._end_sentence()
        return self.items

    def _look_between(self, position: int) -> None:
        word = self.words[position]
        before = self.words[position - 1] if position else None
        between = self.text[before.end if before else 0 : word.start]
        if between in (" ", "-", ""):  # nearly always: nothing that could end a sentence or a clause
            return
        if before and ends_sentence(between, before.text):
            if "?" in between:
                for item in self.items:
                    item.question = item.question or item.sentence == self.sentence
            self._end_sentence()
            self.sentence += 1
            self.clause += 1
            self.since_sentence = 0
            self.marks, self.hedges = Marks(comma=True, tied=False), set()
        elif any(mark in _MARKS for mark in between) or " - " in between:
            self.clause += 1
            self.marks.comma = self.marks.coordinated = True
            self.marks.preposition, self.marks.infinitive = "", False  # "with the lights off, it"
            self.marks.tied = False
        for sign, currency in lx.CURRENCIES.items():
            if sign in between:
                self.marks.currency = currency

    def _end_sentence(self) -> None:
        """What is denied at the very end ("included in neither") has no item after it."""
        if self.marks.negated and self.items and not self.items[-1].adverb:
            self.items[-1].marks.negated = self.items[-1].under_negation = True

    def _is_pronoun(self, position: int) -> bool:
        """Whether "one" counts nothing here: "no one", "one another", "this one"."""
        if fold(self.words[position].text) != "one":
            return False
        before = fold(self.words[position - 1].text) if position else ""
        after = fold(self.words[position + 1].text) if position + 1 < len(self.words) else ""
        return before in ("no", "this", "that", "the", "any", "every", "each", "another") or after in (
            "another",
            "day",
            "s",
        )

    def _read_word(self, position: int) -> None:
        word = self.words[position]
        plain = _plain(word.text)
        after = self.words[position + 1] if position + 1 < len(self.words) else None
        next_plain = fold(after.text) if after else ""
        capital = word.text[0].isupper()
        opens = (self.since_sentence == 0 and self.marks.tied is not True) or not self.items
        named = plain in _NAMES_TOO and capital and after is not None and after.text[0].isupper()
        day = self._day(plain, word, next_plain, capital, opens)
        if day:
            self._add(word.text, day, frozenset({day}), Kind.DATE)
        elif (
            not (capital and not opens and plain not in lx.NEGATIONS and not word.stop)
            and not named
            and self._mark(plain, next_plain, word)
        ):
            if plain != "to":
                self.marks.tied = False
        else:
            inner = word.text[1:] != word.text[1:].lower()
            kind = Kind.NAME if capital and (not opens or inner or named) else Kind.WORD
            name = word.text.removesuffix("'s").removesuffix("'")
            keys = keys_of(name.replace(".", ""))
            if plain.endswith("s") and plain.removesuffix("s") in calendar_and_numbers.SCALES:
                keys = frozenset({plain})  # "millions" are not a million
            self._add(name, stem_of(name), keys, kind)

    def _day(self, plain: str, word: Token, next_plain: str, capital: bool, opens: bool) -> str:
        """The one spelling of a month or a day of the week; "" if it is none."""
        if plain in calendar_and_numbers.RELATIVE_DAYS:
            return plain
        if not capital:
            return ""
        if plain in calendar_and_numbers.WEEKDAYS or plain.rstrip("s") in calendar_and_numbers.WEEKDAYS:
            return plain.rstrip("s")
        beside_number = next_plain[:1].isdigit() or bool(
            self.items and self.items[-1].kind is Kind.NUMBER and self.marks.tied
        )
        known = beside_number or not opens or bool(self.marks.preposition)
        if plain in calendar_and_numbers.MONTHS and (plain not in ("may", "march") or known):
            return plain
        if plain in calendar_and_numbers.MONTH_SHORT and (beside_number or plain not in ("mar", "jan")):
            return calendar_and_numbers.MONTHS[calendar_and_numbers.MONTH_SHORT[plain]]
        if plain in calendar_and_numbers.WEEKDAY_SHORT and plain not in ("sun", "sat", "wed"):
            return calendar_and_numbers.WEEKDAYS[calendar_and_numbers.WEEKDAY_SHORT[plain]]
        return ""

    def _mark(self, plain: str, after: str, word: Token) -> bool:
        """Note what a word that is no item does to the next item; False if it is one."""
        if plain not in _MARKING or (plain == "us" and not word.stop):
            return False
        return self._mark_verb(plain) or self._mark_amount(plain, after) or self._mark_joint(plain)

    def _mark_verb(self, plain: str) -> bool:
        """ "not", "may", "was", "has", "hasn't": a word may do two of these."""
        marks = self.marks
        if plain in lx.NEGATIONS:
            marks.negated = True
            self.negation = self.clause
        if plain in lx.MODALS:
            marks.modal = marks.modal or lx.MODALS[plain]
        marks.be = marks.be or plain in lx.BE
        marks.have = marks.have or plain in lx.AUXILIARIES
        return plain in lx.NEGATIONS or plain in lx.MODALS or plain in lx.BE or plain in lx.AUXILIARIES

    def _mark_amount(self, plain: str, after: str) -> bool:
        """How much, how sure, which week."""
        marks = self.marks
        if plain in lx.APPROXIMATIONS and (after[:1].isdigit() or after in calendar_and_numbers.COUNTING):
            marks.approximation = lx.APPROXIMATIONS[plain]
        elif (
            plain in calendar_and_numbers.RELATIVES
            and after.removesuffix("s") in calendar_and_numbers.TIME_NOUNS
        ):
            marks.relative = plain
        elif plain in lx.HEDGES:
            self.hedges.add(lx.HEDGES[plain])
        elif plain in lx.QUANTIFIERS:
            marks.quantifier = f"{marks.quantifier} {lx.QUANTIFIERS[plain]}".strip()
        elif plain in lx.CONDITIONS:
            marks.condition = plain
            self.clause += 1
        else:
            return False
        return True

    def _mark_joint(self, plain: str) -> bool:
        marks = self.marks
        if plain in lx.BOUNDARIES:
            self.clause += 1
            marks.boundary = True
        if plain in lx.PREPOSITION_CLASSES:
            marks.preposition = plain
            marks.infinitive = plain == "to"
            return True
        if plain in lx.DETERMINERS:
            marks.determiner = True
            return True
        if plain in lx.JOINERS:
            marks.coordinated = True
            return True
        return plain in lx.PRONOUNS or plain in lx.LIGHT

    def _add(self, text: str, stem: str, keys: frozenset[str], kind: Kind, value: str = "") -> None:
        marks = self.marks
        marks.hedges = frozenset(self.hedges)
        item = Item(text, stem, keys, kind, marks, self.sentence, self.clause, value)
        item.under_negation = self.negation == self.clause
        item.embedder = lx.EMBEDDERS.get(stem, "") if kind is Kind.WORD else ""
        self.items.append(item)
        self.since_sentence += 1
        self.marks = Marks()
        self.hedges = set()
        if item.adverb:  # "did not immediately respond": what stands before the adverb holds for the verb too
            for name in ("negated", "modal", "be", "have", "condition"):
                setattr(self.marks, name, getattr(marks, name))
            self.hedges = set(marks.hedges)


@lru_cache(maxsize=512)
def read(text: str) -> tuple[Item, ...]:
    """Return the items of a text in order. Never change them: they are kept for the next time."""
    plain = plain_text(text)
    reader = _Reader(plain, tokens(plain))
    items = reader.read()
    if plain.rstrip("\"'”’) ").endswith("?") and items:
        for item in items:
            item.question = item.question or item.sentence == items[-1].sentence
    return tuple(items)


def read_apart(texts: Sequence[str]) -> tuple[Item, ...]:
    """Return the items of several texts, none of whose sentences runs on into the next text.

    Each text is read once, however many statements cite it together with whichever others.
    """
    first, *others = map(read, texts)
    if not others:
        return first
    items = list(first)
    for fresh in others:
        if not fresh:
            continue
        sentence, clause = (items[-1].sentence + 1, items[-1].clause + 1) if items else (0, 0)
        items += [
            replace(item, sentence=item.sentence + sentence, clause=item.clause + clause) for item in fresh
        ]
        opening = items[-len(fresh)]
        opening.marks = replace(opening.marks, comma=True, tied=False)
    return tuple(items)
