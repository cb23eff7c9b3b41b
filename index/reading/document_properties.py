"""Used by the readers of PDF and DOCX: title and authors out of a file's properties.

The days in them are those of the file, of its template or of its conversion, and say nothing of the article.
"""

import re

_LONGEST_TITLE = 300  # characters
_LONGEST_NAMES = 2_000

# What programs write as a title when nobody gave one: their own name, or that of the file or its template.
_NO_TITLE = re.compile(
    r"\A(?:(?:microsoft (?:word|powerpoint|excel)|powerpoint(?: presentation)?|word document"
    r"|untitled|unbenannt|unbekannt|sans titre|sin título|senza titolo|sem título|naamloos|namnlös"
    r"|bez názvu|bez tytułu|(?:new |neues |nouveau )?document|doc|dokument|documento|draft|entwurf|template"
    r"|vorlage|title|titel|titre|print|layout|slide|presentation|page"
    r"|scan(?:ned)?(?: document| image)?|image|img|normal|blank"
    r"|\(anonymous\)|\(unspecified\)|anonymous|unspecified|none|null|unknown)[\s\d._\-–:()]*"
    r"|microsoft (?:word|powerpoint|excel) ?-.*"
    r"|.*\.(?:docx?|dotx?|dotm|pdf|indd|qxd|qxp|pptx?|xlsx?|rtf|odt|tex|dvi|ps|html?|jpe?g|png|tiff?)"
    r"|\[.*\]|<.*>|[\W\d_]*|https?://\S+|file:\S+)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\A(?:\(?(?:anonymous|unspecified|unknown|unbekannt|none|null)\)?"
    r"|(?:office |pc )?(?:admin(?:istrator|istrateur)?"
    r"|user|usuario|utilisateur|benutzer|guest|owner|author|autor|auteur|root|default|scanner|test|pc|home|hp|dell"
    r"|acer|asus|lenovo|office|un-?named)[\s\d._\-]*|microsoft.*|adobe.*|windows.*|libreoffice.*|openoffice.*"
    r"|python-docx|apache poi|pdftex.*|[^\s@]+@\S+|[\W\d_]*|[^\\]*\\.*)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\A(?:[a-z][a-z0-9._-]*|[^\s\d]*\d\S*)"
)  # a word without a capital, or with figures in it


def stated_title(text: str) -> str | None:
    """The title that a property states; None where it is none."""
    title = " ".join(text.split())
    return title if title and len(title) <= _LONGEST_TITLE and not _NO_TITLE.fullmatch(title) else None


def stated_authors(text: str) -> list[str]:
    """The names that a property states, without those of programs and accounts."""
    names = (" ".join(name.split()) for name in re.split(r";|\sand\s", text[:_LONGEST_NAMES]))
    return [name for name in names if not _NO_AUTHOR.fullmatch(name) and not _ACCOUNT.fullmatch(name)]
