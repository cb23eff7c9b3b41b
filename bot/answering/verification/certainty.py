"""Third in verification: what the quotes deny stays denied, and what they doubt stays doubted."""

from collections.abc import Sequence, Set

from bot.answering.english import lexicon as lx
from bot.answering.verification.alignment import Pairs, Stated
from bot.answering.verification.items import Item
from bot.answering.verification.verdict import Fault, Verdict

NEAR = 3  # items
REACH = 8  # items; how far a "claims that" reaches


def find_fault(said: Sequence[Item], held: Sequence[Item], pairs: Pairs) -> Verdict:
    """Return the first thing that the statement denies, or is surer of, than its quotes."""
    stated = {place: number for number, place in pairs}
    for find in (_find_negation, _find_hedge):
        verdict = find(said, held, stated, dict(pairs))
        if verdict:
            return verdict
    for check in (_modal, _embedded, _condition):
        for number, place in pairs:
            verdict = check(said, held, number, place, stated)
            if verdict:
                return verdict
    return Verdict()


def _find_negation(
    said: Sequence[Item], held: Sequence[Item], stated: Stated, places: Stated
) -> Verdict | None:
    """Each negation of the statement is one of the quotes', each of theirs is the statement's.

    A negation belongs to the item that it stands before; where the other side leaves that item out
    ("did not at first agree"), to what follows it in its clause.
    """
    unused = {place for place, item in enumerate(held) if item.marks.negated and not item.adverb}
    denied = [number for number, item in enumerate(said) if item.marks.negated and not item.adverb]
    loose = [number for number in denied if places.get(number) not in unused]
    unused -= {places[number] for number in denied if number in places}
    for number in loose:
        place = places.get(number)
        known = None if place is None else _denial_before(held, place, unused - stated.keys())
        if known is None and (place is None or not _refused(held, place, stated)):
            return Verdict(Fault.NEGATION, said[number].text)
        unused.discard(-1 if known is None else known)
    for place in sorted(unused):
        dropped = _denied_in_statement(held, place, stated)
        if dropped is not None and not said[dropped].under_negation and not _refuses(said, dropped):
            return Verdict(Fault.NEGATION, said[dropped].text)
    return None


def _denial_before(held: Sequence[Item], place: int, denials: Set[int]) -> int | None:
    """The nearest of these denied places before a place, in its clause."""
    near = [other for other in denials if place - 4 <= other < place]
    return max((other for other in near if held[other].clause == held[place].clause), default=None)


def _denied_in_statement(held: Sequence[Item], place: int, stated: Stated) -> int | None:
    """The item of the statement that stands for a denied place.

    Where the denied word was left out, what follows it in its clause was denied with it.
    """
    if place in stated:
        return stated[place]
    following = next(
        (other for other in range(place + 1, min(place + 3, len(held))) if other in stated), None
    )
    if following is None or held[following].clause != held[place].clause:
        return None
    return None if held[following].marks.preposition else stated[following]


def _refused(held: Sequence[Item], place: int, stated: Stated) -> bool:
    """ "refused to agree" is "did not agree"."""
    governor = _embedder_of(held, place)
    return (
        governor is not None
        and held[governor].stem in ("refus", "fail", "declin", "unabl")
        and governor not in stated
    )


def _refuses(said: Sequence[Item], number: int) -> bool:
    governor = _embedder_of(said, number)
    return governor is not None and said[governor].embedder == "denies"


def _modal(said: Sequence[Item], held: Sequence[Item], number: int, place: int, _: Stated) -> Verdict | None:
    own, theirs = said[number].marks.modal, held[place].marks.modal
    if own == theirs or own in lx.WEAKER_MODALS.get(theirs, ()):
        if theirs == "will" and not own and _is_past(said[number]):
            return Verdict(Fault.HEDGE, said[number].text)
        return None
    if theirs in ("could", "can", "would") and held[place].marks.negated and said[number].under_negation:
        return None  # what could not be was not
    if theirs and not own and any(item.marks.modal == theirs for item in said[max(0, number - 2) : number]):
        return None  # "will rise and fall"
    if own and not theirs:
        shared = any(item.marks.modal == own for item in held[max(0, place - 3) : place + 1])
        future = own in ("will", "would") and (
            held[place].marks.infinitive or held[place].text == held[place].stem
        )
        if shared or (future and not _embedder_of(held, place)):
            return None
    return Verdict(Fault.HEDGE, said[number].text)


def _is_past(item: Item) -> bool:
    return item.participle and not item.marks.be


def _find_hedge(said: Sequence[Item], held: Sequence[Item], stated: Stated, places: Stated) -> Verdict | None:
    """Each "reportedly" or "likely" of the quotes is one of the statement's, near the same words."""
    own = {(number, hedge) for number, item in enumerate(said) for hedge in _hedges(item)}
    theirs = {(place, hedge) for place, item in enumerate(held) for hedge in _hedges(item) if not item.adverb}
    for number, hedge in sorted(own):
        where = places.get(number)
        if (where, hedge) in theirs:
            own.discard((number, hedge))
            theirs.discard((where, hedge))
    for place, hedge in sorted(theirs):
        if place not in stated:
            continue
        number = stated[place]
        moved = [each for each in own if each[1] == hedge and abs(each[0] - number) <= NEAR]
        if not moved:
            return Verdict(Fault.HEDGE, said[number].text)
        own.discard(min(moved, key=lambda each: abs(each[0] - number)))
    for number, hedge in sorted(own):
        where = places.get(number)
        near = held[max(0, where - NEAR) : where + NEAR + 1] if where is not None else ()
        if not said[number].adverb and not any(hedge in _hedges(item) for item in near):
            return Verdict(Fault.HEDGE, said[number].text)
    return None


def _hedges(item: Item) -> list[str]:
    return sorted(item.marks.hedges)


def _embedder_of(held: Sequence[Item], place: int) -> int | None:
    """The verb that stands between the item and its being so: "plans to open", "claims that it opened"."""
    item = held[place]
    for before in range(place - 1, max(-1, place - REACH), -1):
        other = held[before]
        if other.sentence != item.sentence:
            return None
        if not other.embedder:
            continue
        opening = held[before + 1].marks
        between = held[before + 1 : place]
        if opening.infinitive:
            return before if all(each.adverb for each in between) else None
        whole = other.embedder == "claims" or other.stem in ("deni", "reject", "disput")
        if (
            whole
            and not other.marks.determiner
            and not any(each.marks.comma for each in held[before + 1 : place + 1])
        ):
            return before
        if other.embedder != "claims" and not between and not opening.preposition and not opening.comma:
            return before
    return None


def _embedded(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, stated: Stated
) -> Verdict | None:
    governor = _embedder_of(held, place)
    if governor is None or governor in stated:
        return None
    kind = held[governor].embedder
    others = {each for place, each in stated.items() if held[place].embedder}
    before = [item for each, item in enumerate(said[:number]) if each not in others]
    if any(item.embedder == kind and item.sentence == said[number].sentence for item in before):
        return None
    if kind == "denies" and said[number].under_negation:
        return None
    if (
        kind != "denies"
        and said[number].marks.modal in ("may", "could", "would")
        and held[place].marks.infinitive
    ):
        return None
    return Verdict(Fault.NEGATION if kind == "denies" else Fault.HEDGE, said[number].text)


def _loses_condition(said: Sequence[Item], held: Sequence[Item], place: int, stated: Stated) -> bool:
    """ "may reopen if the tests go well" is not "may reopen"."""
    if any(item.marks.condition for item in said):
        return False
    return any(
        item.marks.condition not in ("", "whether")
        and item.sentence == held[place].sentence
        and other not in stated
        for other, item in enumerate(held)
    )


def _condition(
    said: Sequence[Item], held: Sequence[Item], number: int, place: int, stated: Stated
) -> Verdict | None:
    if held[place].marks.condition and not any(item.marks.condition for item in said[: number + 1]):
        return Verdict(Fault.HEDGE, said[number].text)
    if held[place].marks.modal and _loses_condition(said, held, place, stated):
        return Verdict(Fault.HEDGE, said[number].text)
    if held[place].question and not said[number].question:
        return Verdict(Fault.HEDGE, said[number].text)
    return None
