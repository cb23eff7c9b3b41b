"""Line breaks in a paragraph or a cell: a list without marks, or a sentence that somebody broke."""

import pytest

from index.reading.line_breaks import broken_lines, cell_text


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (["Bring a pass", "or a card."], ["Bring a pass or a card."]),
        (["It sails daily.", "It returns at six."], ["It sails daily.", "It returns at six."]),
        (["Phone: 0151", "E-mail: a@b.example"], ["Phone: 0151", "E-mail: a@b.example"]),
        (["Mill Street 5", "Vance", "0151 440"], ["Mill Street 5", "Vance", "0151 440"]),
        (["The ferry from", "Vance sails."], ["The ferry from Vance sails."]),
        (["Who sings,", "Who laughs,", "Stays young."], ["Who sings, Who laughs, Stays young."]),
        (["Above", " ", "", "Below"], ["Above", "Below"]),
        (["", " "], []),
    ],
)
def test_lines_of_a_broken_paragraph(pieces: list[str], lines: list[str]) -> None:
    assert broken_lines(pieces) == lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["9:00-12:00", "14:00-17:30"], "9:00-12:00; 14:00-17:30"),
        (["8:00", "to 12:00"], "8:00 to 12:00"),
        (["• Aqua fitness", "• babies"], "Aqua fitness; babies"),
        (["closed", "(cleaning)"], "closed (cleaning)"),
        (["Edda Falk (chair)", "Ole Brandt"], "Edda Falk (chair); Ole Brandt"),
        (["It is open.", "Knock."], "It is open. Knock."),
    ],
)
def test_a_cell_is_one_text(lines: list[str], text: str) -> None:
    assert cell_text(lines) == text
