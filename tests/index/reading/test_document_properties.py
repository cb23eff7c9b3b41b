"""Properties of PDF and DOCX files: what somebody wrote there, and what programs did."""

import pytest

from index.reading.document_properties import stated_authors, stated_title


@pytest.mark.parametrize(
    "title",
    ["", " ", "Microsoft Word - draft3.doc", "Microsoft Word - The harbour", "untitled", "Untitled-1",
     "draft3", "Draft 2", "Document1", "Dokument1", "Title", "[Document title]", "Vorlage",
     "report_final.docx", "img_0231", "Scan 12", "scanned document", "Word Document", "Normal.dotm", "12-04", "https://a.example",
     "none",
     "PowerPoint Presentation", "Sans titre", "x" * 301],
)  # fmt: skip
def test_what_a_program_wrote_for_want_of_a_title_is_none(title: str) -> None:
    assert stated_title(title) is None


@pytest.mark.parametrize(
    "title",
    ["Documents of the harbour", "Draft law on ferries", "Title deeds of Vance", "Scan of the sea floor",
     "1984 again", "Print and paper", "Page and Plant", "Image of a city"],
)  # fmt: skip
def test_a_title_that_only_begins_like_a_programs_is_one(title: str) -> None:
    assert stated_title(f" {title} ") == title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("J. Voss; Ida Brandt", ["J. Voss", "Ida Brandt"]),
        ("Lena Marsh and Ida Brandt", ["Lena Marsh", "Ida Brandt"]),
        ("Marsh, Lena", ["Marsh, Lena"]),
        ("admin; Lena Marsh", ["Lena Marsh"]),
        ("Åsa Ek", ["Åsa Ek"]),
        *((name, []) for name in (
            "admin", "Administrator", "user", "User1", "Windows User", "Microsoft Office User", "lmarsh",
            "lmarsh2", "l.marsh@a.example", "HP", "Unknown", "python-docx", "OFFICE\\lmarsh", "pc-12",
            "Benutzer", "Un-named", "",
        )),
    ],
)  # fmt: skip
def test_accounts_and_programs_are_no_authors(text: str, names: list[str]) -> None:
    assert stated_authors(text) == names
