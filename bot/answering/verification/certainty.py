"""Third in verification: what the quotes deny stays denied, and what they doubt stays doubted."""

from collections.abc import Sequence

from bot.answering.verification import lexicon as lx
from bot.answering.verification.alignment import Pairs, Stated
from bot.answering.verification.items import Item
from bot.answering.verification.verdict import Fault, Verdict

NEAR = 3  # items


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
    theirs = [place for place, item in enumerate(held) if item.marks.negated and not item.adverb]
    unused = set(theirs)
    loose = []
    for number, item in enumerate(said):
        if not item.marks.negated or item.adverb:
            continue
        place = places.get(number)
        if place in unused:
            unused.discard(place)
        else:
            loose.append((number, place))
    for number, place in loose:
        known = None
        if place is not None:
            near = [
                other
                for other in unused
                if place - 4 <= other < place and held[other].clause == held[place].clause
            ]
            known = next((other for other in sorted(near, reverse=True) if other not in stated), None)
            if known is None and not _refused(held, place, stated):
                return Verdict(Fault.NEGATION, said[number].text)
        if known is None and place is None:
            return Verdict(Fault.NEGATION, said[number].text)
        if known is not None:
            unused.discard(known)
    for place in sorted(unused):
        number = stated.get(place)
        if number is None:
            # The denied word was left out; what follows it in its clause was denied with it.
            following = next(
                (other for other in range(place + 1, min(place + 3, len(held))) if other in stated), None
            )
            if (
                following is None
                or held[following].clause != held[place].clause
                or held[following].marks.preposition
            ):
                continue
            number = stated[following]
        if not said[number].under_negation and not _refuses(said, number):
            return Verdict(Fault.NEGATION, said[number].text)
    return None


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
            theirs.discard((where, hedge))  # type: ignore[arg-type]
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
    return [hedge for hedge in item.marks.hedges if not hedge.startswith("after ")]


def _embedder_of(held: Sequence[Item], place: int) -> int | None:
    """The verb that stands between the item and its being so: "plans to open", "claims that it opened"."""
    item = held[place]
    for before in range(place - 1, max(-1, place - 8), -1):
        other = held[before]
        if other.sentence != item.sentence:
            return None
        between = held[before + 1 : place + 1]
        if other.embedder:
            opened = held[before + 1].marks
            if opened.infinitive and other.embedder in ("intends", "denies", "claims"):
                return before if before + 1 == place or all(each.adverb for each in between[:-1]) else None
            if other.embedder == "claims" or (
                other.embedder == "denies" and other.stem in ("deni", "reject", "disput")
            ):
                if not any(each.marks.comma for each in between) and not other.marks.determiner:
                    return before
            if (
                other.embedder in ("denies", "intends")
                and before + 1 == place
                and not opened.preposition
                and not opened.comma
            ):
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
