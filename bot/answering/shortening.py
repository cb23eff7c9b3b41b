"""After an answer is verified, where a server wants short ones: its first statement, and what that needs."""

from dataclasses import replace

from bot.answer import Answer, Conflict, Statement
from bot.answering import assembling


def short(answer: Answer) -> Answer:
    """The first statement of each part of the question, and, where articles differ, one of each side.

    What is left is numbered anew; a refusal stays as it is.
    """
    if not answer.statements:
        return answer
    differing = {side.number for side in answer.conflict.sides} if answer.conflict else set[int]()
    kept: list[Statement] = []
    parts, told = set[int](), set[int]()
    for statement in answer.statements:
        sides = {citation.number for citation in statement.citations} & differing
        if statement.part not in parts or sides - told:
            kept.append(statement)
            parts.add(statement.part)
            told |= sides
    statements = assembling.number(kept)
    before = {citation.article_id: citation.number for one in kept for citation in one.citations}
    now = {citation.article_id: citation.number for one in statements for citation in one.citations}
    renumbered = {before[article_id]: number for article_id, number in now.items()}
    notes = sorted(
        (
            replace(note, number=renumbered[note.number])
            for note in answer.footnotes
            if note.number in renumbered
        ),
        key=lambda note: note.number,
    )
    return replace(
        answer,
        statements=statements,
        footnotes=tuple(notes),
        newest=assembling.newest(notes),
        conflict=_renumbered(answer.conflict, renumbered),
    )


def _renumbered(conflict: Conflict | None, numbers: dict[int, int]) -> Conflict | None:
    """The conflict with its footnotes' new numbers; none where a side is left without its footnote."""
    if conflict is None or any(side.number not in numbers for side in conflict.sides):
        return None
    return Conflict(tuple(replace(side, number=numbers[side.number]) for side in conflict.sides))
