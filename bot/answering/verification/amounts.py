"""Third in verification: a number counts the same things, as surely as in the quotes; all are not some."""

from collections.abc import Sequence

from bot.answering.english import lexicon as lx
from bot.answering.verification.alignment import Pairs, Stated
from bot.answering.verification.items import Item, Kind
from bot.answering.verification.verdict import Fault, Verdict

NEAR = 3  # items


def find_fault(said: Sequence[Item], held: Sequence[Item], pairs: Pairs) -> Verdict:
    """Return the first amount that the statement gives otherwise than its quotes."""
    stated = {place: number for number, place in pairs}
    for check in (_amount, _unit, _relative, _quantifier):
        for number, place in pairs:
            verdict = check(said, held, number, place, stated)
            if verdict:
                return verdict
    return Verdict()


def _amount(said: Sequence[Item], held: Sequence[Item], number: int, place: int, _: Stated) -> Verdict | None:
    allowed = lx.WEAKER_APPROXIMATIONS[held[place].marks.approximation]
    if said[number].marks.approximation not in allowed:
        return Verdict(Fault.AMOUNT, said[number].text)
    return None


def _unit(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, stated: Stated
) -> Verdict | None:
    """A number counts what it counts in the quote."""
    item, other = said[number], held[place]
    if item.kind is not Kind.NUMBER:
        return None
    if (item.marks.currency or other.marks.currency) and _currency(said, number) != _currency(held, place):
        return Verdict(Fault.UNIT, item.text)
    units = _units(held, place)
    own = next(iter(_units(said, number)), None)
    if own is None:
        lost = units and units[0].stem in lx.UNITS and not _elliptic(said, number)
        return Verdict(Fault.UNIT, item.text) if lost else None
    if _is_unit_of(own, units, held, place) and not _counts_afar(own, number, place, stated):
        return None
    return Verdict(Fault.UNIT, f"{item.text} {own.text}")


def _is_unit_of(own: Item, units: Sequence[Item], held: Sequence[Item], place: int) -> bool:
    if own.stem == held[place].marks.currency:
        return True  # "$2 million": "2 million dollars"
    if any(own.keys & unit.keys for unit in units):
        return True
    if own.stem in lx.UNITS:
        elliptic = not units or units[0].stem in ("more", "less", "fewer", "higher", "lower")
        return elliptic and _unit_before(held, place, own)
    return not units


def _counts_afar(own: Item, number: int, place: int, stated: Stated) -> bool:
    """Whether what the number is tied to in the statement stands far from it in the quote."""
    where = next((where for where, each in stated.items() if each == number + 1), None)
    tied = own.marks.tied and own.stem not in lx.UNITS
    return tied and where is not None and not place - NEAR <= where <= place + NEAR + 2


def _currency(items: Sequence[Item], place: int) -> str:
    if items[place].marks.currency:
        return items[place].marks.currency
    for item in items[place + 1 : place + 3]:
        for currency in lx.CURRENCIES.values():
            if item.stem == currency:
                return currency
    return ""


def _units(items: Sequence[Item], place: int) -> list[Item]:
    """The items that a number may count: those that follow it without a break, nearest first."""
    units: list[Item] = []
    for item in items[place + 1 : place + 1 + NEAR]:
        if item.sentence != items[place].sentence or item.marks.comma or item.marks.be or item.marks.have:
            break
        if item.kind is Kind.NUMBER:
            if not units and item.marks.preposition in ("to", "and", "or", "") and not item.marks.tied:
                continue  # "5 to 7 percent"
            break
        if item.marks.preposition and not (item.marks.preposition == "of" and not units):
            break
        units.append(item)
    return units


def _elliptic(items: Sequence[Item], place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].kind is Kind.NUMBER


def _unit_before(items: Sequence[Item], place: int, unit: Item) -> bool:
    """ "41 metres, six more than": the six are metres."""
    return any(item.keys & unit.keys for item in items[:place] if item.sentence == items[place].sentence)


def _relative(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, _: Stated
) -> Verdict | None:
    own, theirs = said[number].marks.relative, held[place].marks.relative
    same = {"past": "last", "previous": "last", "coming": "next", "following": "next", "": ""}
    if same.get(own, own) == same.get(theirs, theirs):
        return None
    if (theirs == "this" and not own and said[number].kind is Kind.DATE) or (
        own == "this" and said[number].marks.determiner
    ):
        return None
    return Verdict(Fault.DATE, said[number].text)


def _quantifier(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, _: Stated
) -> Verdict | None:
    own, theirs = _quantifiers(said[number]), _quantifiers(held[place])
    if own == theirs:
        return None
    near = held[max(0, place - 2) : place + 3]
    if own - theirs - {each for item in near for each in _quantifiers(item)}:
        return Verdict(Fault.QUANTIFIER, said[number].text)
    around = said[max(0, number - 2) : number + 3]
    if theirs - own - lx.DROPPABLE_QUANTIFIERS - {each for item in around for each in _quantifiers(item)}:
        return Verdict(Fault.QUANTIFIER, said[number].text)
    return None


def _quantifiers(item: Item) -> set[str]:
    return {each for each in item.marks.quantifier.split(" ") if each}
