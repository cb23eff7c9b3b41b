"""Used by the readers of HTML, EPUB and Markdown: markup → its tree."""

from typing import Any

import lxml.html
from lxml import etree

from index.errors import ArticleError

NESTED_TOO_DEEP = "is nested too deep to be read."


def parse_markup(markup: str) -> Any:
    """The tree, mended where the markup is malformed; None where it has not one element.

    Raises ArticleError where it is nested too deep, MemoryError where there is too little of it.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    faults = {fault.type for fault in parser.error_log}
    if etree.ErrorTypes.ERR_NO_MEMORY in faults:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in faults:
        raise ArticleError(NESTED_TOO_DEEP, "Save its text as a .txt file.")  # below that it was cut off
    return tree
