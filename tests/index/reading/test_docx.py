"""What of a Word document is text, and in which lines: revisions, notes, boxes, fields, breaks and tables."""

import io

import docx
import pytest

from index.reading.docx_styles import W
from tests.index.reading.office_samples import saved, with_member
from tests.index.reading.reading_one import read_bytes

_SPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v"'
)
_EMPTY = saved(docx.Document())
_NOTE_LINKS = "".join(
    f'<Relationship Id="rIdN{kind}" Target="{kind}.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'relationships/{kind}"/>'
    for kind in ("footnotes", "endnotes")
)


def _links() -> str:
    document = docx.Document(io.BytesIO(_EMPTY))
    return str(document.part.rels.xml.decode()).replace("</Relationships>", f"{_NOTE_LINKS}</Relationships>")


def _read(body: str, *, notes: str = "") -> tuple[list[str], list[str]]:
    """The lines and the captions of a document with this body; its footnotes and its endnotes are these."""
    whole = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    data = with_member(_EMPTY, "word/document.xml", whole)
    if notes:
        data = with_member(data, "word/_rels/document.xml.rels", _links())
        for kind in ("footnote", "endnote"):
            of_kind = notes.replace("w:note", f"w:{kind}")
            data = with_member(data, f"word/{kind}s.xml", f"<w:{kind}s {_SPACES}>{of_kind}</w:{kind}s>")
    (article,), problems = read_bytes("a.docx", data)
    assert problems == []
    return article.text.split("\n\n"), list(article.captions)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _p(*runs: str, properties: str = "") -> str:
    inner = "".join(run if run.startswith("<") else _run(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def _table(*rows: list[str], first: str = "", look: str = "") -> str:
    cells = [
        "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{_p(cell)}</w:tc>" for cell in row)
        for row in rows
    ]
    marks = [first, *[""] * (len(cells) - 1)]
    inner = "".join(
        f"<w:tr><w:trPr>{mark}</w:trPr>{row}</w:tr>" for mark, row in zip(marks, cells, strict=True)
    )
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{inner}</w:tbl>"


def _field(code: str, shown: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}{_run(shown)}{kinds[2]}"


_BOX = (
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{_p('In a box.')}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
_BR = "<w:r><w:br/></w:r>"
_HEAD, _ITEM = '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>'
_UP, _DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
_SQUARE = "<m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (_p("It is ", _run("12", "<w:strike/>"), _run(" 15 m"), "."), ["It is 15 m."]),
        (_p("It is", _run(" not", "<w:dstrike/>"), _run(" kept", '<w:strike w:val="0"/>')), ["It is kept"]),
        (_p("Seen", _run(" unseen", "<w:vanish/>"), "."), ["Seen."]),
        (_p("Old ", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "."), ["Old new."]),
        (_p(f"<w:moveFrom>{_run('moved')}</w:moveFrom>", "Stays.")
         + _p(f"<w:moveTo>{_run('moved')}</w:moveTo>"), ["Stays.", "moved"]),
        (_p("One ", properties="<w:rPr><w:del/></w:rPr>") + _p("sentence."), ["One sentence."]),
        (_p("O", properties='<w:framePr w:dropCap="drop"/>') + _p("nce upon a time."), ["Once upon a time."]),
        (_p("Page ", _field("IF x = y", "seven"), "."), ["Page seven."]),
        (_p(_field(_field("MERGEFIELD a", "hidden"), "shown")), ["shown"]),
        (_p("Cut", '<w:r><w:br w:type="page"/></w:r>', "not."), ["Cut not."]),
        (_p("A pass", _BR, "or a card."), ["A pass or a card."]),
        (_p("Phone: 0151", _BR, "E-mail: a@b"), ["Phone: 0151", "E-mail: a@b"]),
        (_p("Pass", "<w:r><w:tab/></w:r>", "62 crowns"), ["Pass 62 crowns"]),
        (_p("10", _run("6", _UP), " H", _run("2", _DOWN), "O"), ["10⁶ H₂O"]),
        (_p("Area ", f"<m:oMath>{_SQUARE}</m:oMath>", "."), ["Area r²."]),
        (_p("Before ", _BOX, "after."), ["Before after.", "In a box."]),
        (_p("Before ", f"<mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback>"
            "</mc:AlternateContent>", "after."), ["Before after.", "In a box."]),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_p('Tap here')}</w:sdtContent></w:sdt>"
         f"<w:sdt><w:sdtContent>{_p('Filled in.')}</w:sdtContent></w:sdt>", ["Filled in."]),
        ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
         f"</w:sdtPr><w:sdtContent>{_p('Fees 3')}</w:sdtContent></w:sdt>{_p('Text.')}", ["Text."]),
        (_p("one", properties=_ITEM) + _p("two", properties=_ITEM), ["• one", "• two"]),
        (_p("Fees", properties=_HEAD) + _p("Text", properties=_HEAD.replace("0", "9")), ["# Fees", "Text"]),
        (_p("One ", properties="<w:rPr><w:del/></w:rPr>"), ["One"]),
    ],
)  # fmt: skip
def test_what_is_text_and_what_is_not(body: str, lines: list[str]) -> None:
    assert _read(body)[0] == lines


_MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_NOTE = (
    f'<w:note w:id="0" w:type="separator">{_p("no note")}</w:note><w:note w:id="2">{_p("By Quist.")}</w:note>'
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (_p("It is deep", _MARK, ", and old.") + _p("End."), ["It is deep, and old.", "By Quist.", "End."]),
        (_p("Deep.", _MARK.replace("foot", "end")), ["Deep.", "By Quist."]),
        (_p("Deep.", f"<w:del>{_MARK}</w:del>"), ["Deep."]),
        (_p("Fees", _MARK, properties=_HEAD) + _p("Text."), ["# Fees", "By Quist.", "Text."]),
        (_table(["Pass", f"<w:tc>{_p('62', _MARK)}</w:tc>"], ["Card", "31"]) + _p("End."),
         ["Pass: 62", "Card: 31", "By Quist.", "End."]),
        (_p("One.", _MARK) + _p("Two.", _MARK), ["One.", "By Quist.", "Two."]),
    ],
)  # fmt: skip
def test_notes_stand_behind_what_they_are_notes_to(body: str, lines: list[str]) -> None:
    assert _read(body, notes=_NOTE)[0] == lines


def _cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(text) if text else _p()}</w:tc>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (_table(["Code", "Meaning"], ["E-1", "Flame out"], first="<w:tblHeader/>"),
         ["Code: E-1 | Meaning: Flame out"]),
        (_table(["Length", "8 m"], ["Beam", "3 m"]), ["Length: 8 m", "Beam: 3 m"]),
        (_table(["Item", "Plan", "Spent"], ["Roads", "41", "44"]), ["Item: Roads | Plan: 41 | Spent: 44"]),
        (_table(["Anna", "chair", "Road Office"], ["Tom", "member", "School"]),
         ["Anna | chair | Road Office", "Tom | member | School"]),
        (_table(["Who", "Office"], ["Anna", "Roads"]).replace("<w:rPr></w:rPr>", "<w:rPr><w:b/></w:rPr>", 2),
         ["Who: Anna | Office: Roads"]),
        (_table(["Who", "Office"], ["Anna", "Roads"],
                look='<w:tblStyle w:val="LightShading"/><w:tblLook w:val="04A0"/>'),
         ["Who: Anna | Office: Roads"]),
        (_table(["Day", "Open", "Desk"],
                [_cell("Monday", '<w:vMerge w:val="restart"/>'), "7 to 9", "A"],
                [_cell("", "<w:vMerge/>"), "16 to 21", "B"],
                [_cell("Easter", '<w:gridSpan w:val="3"/>')], first="<w:tblHeader/>"),
         ["Day: Monday | Open: 7 to 9 | Desk: A", "Day: Monday | Open: 16 to 21 | Desk: B", "Easter"]),
        (_table([_cell("", ""), _cell("2024", '<w:gridSpan w:val="2"/>')], ["Roads", "41", "44"],
                first="<w:tblHeader/>"), ["Roads | 2024: 41 | 2024: 44"]),
        (_table(["Day", f"<w:tc>{_p('7 to 9')}{_p('16 to 21')}</w:tc>"]), ["Day: 7 to 9; 16 to 21"]),
        (_table([f"<w:tc>{_p('Left.')}{_table(['a', 'b'])}{_p('Below.')}</w:tc>", "Right."]),
         ["Left.", "a: b", "Below.", "Right."]),
        (_table(["One paragraph."], ["Another."]), ["One paragraph.", "Another."]),
        (_table(["a", "b"], ["c", "d"], first="<w:del/>"), ["c: d"]),
    ],
)  # fmt: skip
def test_a_tables_row_says_what_its_cells_are(body: str, lines: list[str]) -> None:
    assert _read(body)[0] == lines


def test_styles_hide_words_and_make_headings_and_captions() -> None:
    word = docx.Document()
    for name in ("Struck", "Above"):
        word.styles.add_style(name, 1).base_style = word.styles["Heading 2" if name == "Above" else "Normal"]
    word.styles["Struck"].font.strike = True
    word.add_paragraph("Gone.", style="Struck")
    word.add_paragraph("Fees", style="Above")
    word.add_paragraph("The quay.", style="Caption")
    word.add_paragraph("Text.")
    (article,), _ = read_bytes("a.docx", saved(word))
    assert (article.text.split("\n\n"), article.captions) == (["## Fees", "Text."], ("The quay.",))
