"""Texts that could make a pattern slow, found on its graph.

A backtracking search takes more than linear time only where one text can be read on in two loops at once,
and in the step from one to the other: then it tries each place at which to change over. `attacks` looks for
such texts; the first of the loops may be the search itself, which tries the pattern at every character.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from tests.patterns.automaton import START, Automaton, automaton_of
from tests.patterns.gathering import AnyPattern

# On the graph of one pattern; a few large ones have more pairs of loops than the smaller number allows.
_STEPS = {False: 100_000, True: 2_000_000}
_MOST_PUMPS = 80
_SHORT = 2
_GENERAL: tuple[str, ...] = (
    "a",
    " ",
    "\n",
    "\t",
    "0",
    "a ",
    " a",
    "a\n",
    "\n\n",
    "<",
    "<!--",
    "<a ",
    "-->",
    "<!---->",
    "[",
    "]",
    "(",
    ")",
)
_GENERAL += (
    '"',
    "'",
    "“",
    "*",
    "#",
    "-",
    ".",
    ". ",
    "A. ",
    "a.",
    "A ",
    "Aa ",
    "and ",
    "/",
    "://",
    "&",
    "\\",
    "|",
    "`",
)
_ENDS = {False: ("!",), True: ("", "\n", "!", "\0", "a", " ", "<")}


@dataclass(frozen=True, slots=True)
class Attack:
    """`before`, then `pump` as often as wanted, then `end`."""

    before: str
    pump: str
    end: str

    def text(self, size: int) -> str:
        """The text of about this many characters."""
        return self.before + self.pump * (max(1, size // len(self.pump))) + self.end


def attacks(pattern: AnyPattern, *, thorough: bool) -> list[Attack]:
    """What is worth trying, from the pattern itself and in general."""
    found: dict[Attack, None] = {}
    graph = automaton_of(pattern)
    ends = _ENDS[thorough]
    for before, pump, node in islice(_ambiguous(graph, _STEPS[thorough]), _MOST_PUMPS):
        for end in (*ends, _nearly_through(graph, node)):
            found.setdefault(Attack(before, pump, end))
    if not thorough:
        return list(found)  # where no text is read on in two loops none should be slow
    general = _GENERAL if not isinstance(pattern.pattern, bytes) else [p for p in _GENERAL if p.isascii()]
    for pump in general:
        for end in ends[:2]:
            found.setdefault(Attack("", pump, end))
    return list(found)


@dataclass(slots=True)
class _Budget:
    left: int


def _ambiguous(graph: Automaton, steps: int) -> Iterator[tuple[str, str, int]]:
    """Texts before and in the two loops, and the node of the second: (before, pump, node)."""
    loops = _loops(graph)
    loop_of = {node: number for number, loop in enumerate(loops) for node in loop}
    reached = {node: _reachable(graph, node) for loop in loops for node in loop}
    seen: set[tuple[int, int, str]] = set()
    budget = _Budget(steps)
    pairs = [(one, two) for one in reached for two in reached[one] & reached.keys() - {one}]
    # Small loops first: they are the likelier, and the sooner done with.
    pairs.sort(key=lambda pair: (len(loops[loop_of[pair[0]]]) * len(loops[loop_of[pair[1]]]), pair))
    for one, two in pairs:
        both = loops[loop_of[one]], loops[loop_of[two]]
        for pump in _pumps(graph, one, two, both, reached[one], budget):
            key = (loop_of[one], loop_of[two], "".join(sorted(set(pump))))
            if key not in seen:
                seen.add(key)
                yield _way(graph, START, one) if one != START else "", pump, two


def _loops(graph: Automaton) -> list[set[int]]:
    """The nodes that go round, with those that each goes round with."""
    left = set(range(len(graph.after)))
    while True:  # what nothing of the rest leads to, or what leads to nothing of it, goes round nowhere
        led_to = set().union(*(graph.after[node] for node in left))
        kept = {node for node in left & led_to if graph.after[node] & left}
        if kept == left:
            break
        left = kept
    reached = {node: _reachable(graph, node) for node in left}
    loops: list[set[int]] = []
    for node in sorted(left):
        if node in reached[node] and not any(node in loop for loop in loops):
            loops.append({other for other in reached[node] & left if node in reached[other]})
    return loops


def _reachable(graph: Automaton, start: int) -> set[int]:
    seen, ahead = set[int](), [start]
    while ahead:
        for node in graph.after[ahead.pop()]:
            if node not in seen:
                seen.add(node)
                ahead.append(node)
    return seen


State = tuple[int, int, int]


def _pumps(
    graph: Automaton, one: int, two: int, loops: tuple[set[int], set[int]], between: set[int], budget: _Budget
) -> Iterator[str]:
    """Texts that lead from `one` to itself, from `one` to `two`, and from `two` to itself: the shortest, and
    where that is short, one for each character that there can be at the beginning."""
    shortest = _pump(graph, one, two, loops, between, budget, -1)
    if shortest is None:
        return
    yield shortest
    if len(shortest) <= _SHORT:
        for opening in range(len(graph.alphabet)):
            if pump := _pump(graph, one, two, loops, between, budget, 1 << opening):
                yield pump


def _pump(
    graph: Automaton,
    one: int,
    two: int,
    loops: tuple[set[int], set[int]],
    between: set[int],
    budget: _Budget,
    opening: int,
) -> str | None:
    begin, goal = (one, one, two), (one, two, two)
    came: dict[State, tuple[State, int]] = {}
    ahead = deque([begin])
    while ahead and goal not in came and budget.left > 0:
        state = ahead.popleft()
        for after, letters in _steps(graph, state, loops, between, budget):
            usable = letters & opening if state == begin else letters
            if usable and after not in came:
                came[after] = (state, (usable & -usable).bit_length() - 1)
                ahead.append(after)
    return _read_back(graph, came, begin, goal) if goal in came else None


def _steps(
    graph: Automaton, state: State, loops: tuple[set[int], set[int]], between: set[int], budget: _Budget
) -> Iterator[tuple[State, int]]:
    """Where one character leads from three nodes at once, and which characters those are."""
    one, middle, two = (graph.after[node] for node in state)
    for first, last in product(one & loops[0], two & loops[1]):
        both = graph.reads[first] & graph.reads[last]
        if not both:
            continue
        for way in middle & between:
            budget.left -= 1
            if letters := both & graph.reads[way]:
                yield (first, way, last), letters


def _read_back(graph: Automaton, came: dict[State, tuple[State, int]], begin: State, goal: State) -> str:
    letters: list[str] = []
    state = goal
    while not letters or state != begin:
        state, letter = came[state]
        letters.append(graph.alphabet[letter])
    return "".join(reversed(letters))


def _way(graph: Automaton, start: int, goal: int) -> str:
    """The characters of a shortest way between two nodes."""
    came: dict[int, int] = {}
    ahead = deque([start])
    while ahead and goal not in came:
        node = ahead.popleft()
        for after in graph.after[node]:
            if after not in came and graph.reads[after]:
                came[after] = node
                ahead.append(after)
    if goal not in came:
        return ""
    letters = []
    node = goal
    while True:
        reads = graph.reads[node]
        letters.append(graph.alphabet[(reads & -reads).bit_length() - 1])
        node = came[node]
        if node == start:
            return "".join(reversed(letters))


def _nearly_through(graph: Automaton, node: int) -> str:
    """What would bring the pattern to its end from a node, but for the last character."""
    ways = [_way(graph, node, end) for end in graph.ends if end != node]
    best = min(filter(None, ways), key=len, default="")
    return best[:-1] + "\0"
