"""Used by the HTML reader: which of a page's lines are its article's.

The extractor says where the article is, by the words that it found; which lines stand there, and how each
reads, the page's own elements say. For the extractor leaves out much that an article holds beside its
paragraphs (headings in buttons, text in bare `div`s, the second of several `article`s) and cuts sentences at
elements that stand in them.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from index.reading.extracted_words import ExtractedWords
from index.reading.markup_lines import Line
from index.reading.page_frame import is_frame, is_teaser, leads_elsewhere

_LEAST_WITHIN = 0.8  # of the article's characters, in the innermost element that is called its main part
_MOST_LINKED = 0.5  # of a line, or of a list
_SENTENCE = re.compile(r"[.!?…:][\"”’')\]]*$")
_SHORTEST_SENTENCE = 40
_SHORTEST_PART = 60  # characters of text in each of several articles of a page


def main_lines(lines: Sequence[Line], found: Iterable[str]) -> list[Line]:
    """The article's lines among those of the page, in order. found: the lines of the extractor."""
    page = _Page(lines, found)
    return [line for line, kept in zip(lines, page.kept(), strict=True) if kept]


class _Page:
    def __init__(self, lines: Sequence[Line], found: Iterable[str]) -> None:
        self._lines = lines
        self._extracted = ExtractedWords(lines, found)
        self._outside: dict[Any, bool] = {}
        self._cards: dict[Any, bool] = {}
        self._weight: dict[Any, int] = {}  # by element: how many characters of what was found stand in it
        self._total = 0

    def kept(self) -> list[bool]:
        """For each line whether it is the article's."""
        found = self._extracted.found()
        main = self._main_part([number for number, one in enumerate(found) if one])
        if main is None:
            return found
        within = self._within(main)
        numbers = [number for number, one in enumerate(found) if one]
        self._extracted.use(number for number in numbers if within[number])
        again = self._extracted.found_among(number for number in numbers if not within[number])
        kept = [one and (inside or more) for one, inside, more in zip(found, within, again, strict=True)]
        return self._with_what_belongs(kept, within, main)

    def _main_part(self, numbers: list[int]) -> Any:
        """The innermost element with nearly all that was found; all of several articles side by side."""
        if not numbers:
            return None
        said: set[tuple[str, ...]] = set()
        weight = self._weight
        for number in numbers:
            line, words = self._lines[number], tuple(self._extracted.words[number])
            if words in said:
                continue
            said.add(words)
            self._total += len(line.text)
            weight[line.element] = weight.get(line.element, 0) + len(line.text)
        root = self._lines[numbers[0]].element.getroottree().getroot()
        for element in reversed(list(root.iter())):
            if element in weight and element is not root:
                above = element.getparent()
                weight[above] = weight.get(above, 0) + weight[element]
        main = root
        while (
            below := next((e for e in main if weight.get(e, 0) >= _LEAST_WITHIN * self._total), None)
        ) is not None and below.tag not in (
            "p",
            "ul",
            "ol",
            "dl",
            "table",
            "pre",
            "tr",
            "tbody",
            "li",
            "h1",
            "h2",
        ):
            main = below
        return self._with_sisters(main)

    def _with_sisters(self, main: Any) -> Any:
        """The element around the main part where that is one of several articles of equal rank, each a text:
        the sections of some terms, the entries of a page of days."""
        article = next((e for e in (main, *main.iterancestors()) if e.tag == "article"), None)
        if article is None or next(article.iter("h1"), None) is not None:
            return main
        around = article.getparent()
        rank = _rank(article)
        sisters = [e for e in around if e is not article and e.tag == "article"] if around is not None else []
        equal = [e for e in sisters if _rank(e) == rank and not is_teaser(e) and not is_frame(e)]
        texts = [e for e in equal if _is_text(e)]
        return around if texts and 2 * len(texts) >= len(sisters) else main

    def _within(self, main: Any) -> list[bool]:
        inside = set(main.iter())
        return [line.element in inside for line in self._lines]

    def _with_what_belongs(self, kept: list[bool], within: list[bool], main: Any) -> list[bool]:
        """Add what the extractor left out within the main part, unless the page calls it something else."""
        numbers = [number for number, one in enumerate(kept) if one and within[number]]
        if not numbers:
            return kept
        # Above the first paragraph stand names, days and buttons.
        first = next((number for number in numbers if _is_sentence(self._lines[number])), numbers[0])
        last = numbers[-1]
        paragraphs = {self._lines[number].element.getparent() for number in numbers}
        result = list(kept)
        linked = self._linked_lists()
        for number, line in enumerate(self._lines):
            if result[number] or not within[number] or self._is_outside(line.element, main):
                continue
            if (
                not line.is_heading
                and line.linked > _MOST_LINKED * len(line.text)
                and not (
                    line.element.tag == "table" or linked.get(_list_of(line.element), 1.0) <= _MOST_LINKED
                )
            ):
                continue
            if line.is_heading:
                result[number] = number > numbers[0] and not leads_elsewhere(line.element)
            elif _is_of_a_list(line):
                result[number] = linked.get(_list_of(line.element), 0.0) <= _MOST_LINKED
            elif number < first:
                result[number] = line.element.tag == "p" and _SENTENCE.search(line.text) is not None
            elif number < last:
                result[number] = True
            elif number > last:
                ended = line.element.tag == "p" and _SENTENCE.search(line.text) is not None
                result[number] = ended or _is_sentence(line) or line.element.getparent() in paragraphs
        return self._without_teasers(_without_bare_headings(self._lines, result, kept), main)

    def _without_teasers(self, result: list[bool], main: Any) -> list[bool]:
        """Leave articles out that only tell of other pages, unless the page has little else."""
        teased: set[int] = set()
        length = 0
        for number, line in enumerate(self._lines):
            if result[number]:
                length += len(line.text)
                cards = (
                    e for e in (line.element, *line.element.iterancestors("article")) if e.tag == "article"
                )
                if any(card is not main and self._is_card(card) for card in cards):
                    teased.add(number)
        if 2 * sum(len(self._lines[number].text) for number in teased) > length:
            return result
        return [one and number not in teased for number, one in enumerate(result)]

    def _is_card(self, article: Any) -> bool:
        if article not in self._cards:
            self._cards[article] = is_teaser(article)
        return self._cards[article]

    def _linked_lists(self) -> dict[Any, float]:
        """Of each list how much of it is links to other pages."""
        counted: dict[Any, tuple[int, int]] = {}
        for line in self._lines:
            if (whole := _list_of(line.element)) is not None:
                linked, length = counted.get(whole, (0, 0))
                counted[whole] = (linked + line.linked, length + len(line.text))
        return {whole: linked / max(1, length) for whole, (linked, length) in counted.items()}

    def _is_outside(self, element: Any, main: Any) -> bool:
        """Whether an element stands in something that is not the article's, by its name or its kind."""
        line: list[Any] = []
        while element is not None and element is not main and element not in self._outside:
            line.append(element)
            element = element.getparent()
        outside = self._outside.get(element, False)
        for one in reversed(line):
            holds_most = 2 * self._weight.get(one, 0) > self._total
            outside = outside or (not holds_most and (is_frame(one) or is_teaser(one)))
            self._outside[one] = outside
        return outside


def _rank(article: Any) -> str | None:
    heading = next(article.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    return None if heading is None else str(heading.tag)


def _is_text(article: Any) -> bool:
    words = " ".join((article.text_content() or "").split())
    return len(words) >= _SHORTEST_PART and _SENTENCE.search(words) is not None


def _list_of(element: Any) -> Any:
    """The whole list that an element is an item of, or stands in; None where it is in none."""
    return next((e for e in (element, *element.iterancestors()) if e.tag in ("ul", "ol", "menu")), None)


def _is_of_a_list(line: Line) -> bool:
    in_list = line.element.tag in ("li", "dt", "dd", "pre", "caption")
    return line.is_row or in_list or line.text.startswith("• ")


def _is_sentence(line: Line) -> bool:
    return len(line.text) >= _SHORTEST_SENTENCE and _SENTENCE.search(line.text) is not None


def _without_bare_headings(lines: Sequence[Line], result: list[bool], kept: list[bool]) -> list[bool]:
    """Headings that were added stay only where something of the article stands below them."""
    below = False
    for number in range(len(lines) - 1, -1, -1):
        if not result[number]:
            if lines[number].is_heading:
                below = False
            continue
        if lines[number].is_heading and not below and not kept[number]:
            result[number] = False
        below = not lines[number].is_heading or below
    return result
