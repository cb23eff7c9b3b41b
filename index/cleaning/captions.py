"""Used by cleaning: which blocks are the captions, or the alternative texts, of pictures."""

import re

from index.cleaning.blocks import Block
from index.lines import is_datum

# The agency after the photographer, at the very end, is how picture desks sign: "Name Name/Getty Images".
_AGENCY = (
    r"(?:Getty Images(?: \w+)?|AFP|AP(?: Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|Bloomberg|Shutterstock|Alamy"
    r"|iStock|NASA|ESA|NOAA|CNN|Zuma Press|Sipa(?: USA)?|Redux|Imago|Xinhua|TASS|Sputnik|Adobe|Handout|Pool"
    r"|stock\.adobe\.com|USA TODAY(?: \w+)?|US (?:Navy|Army|Air Force|Coast Guard|Marine Corps)|File|FILE)"
)
_NAME = r"[^\W\d_][\w.’'-]*"
_SIGNED = re.compile(
    # "… a sentence. Name Name/Anything", with at most the year before it
    rf"(?:[.?!”\"’')]|\b\d{{4}}) (?:From |[Cc]ourtesy )?(?:@?{_NAME}(?:[ ,&]+{_NAME}){{0,6}})"
    r"(?: ?/ ?[A-Z][\w.&’' -]{1,60}){1,4}$"
    # "… Name/Agency", "… via Agency", after anything at all
    rf"|(?:[^\W\d_] ?/ ?|\bvia )(?:{_AGENCY}|Instagram|Twitter)$"
    # "… a sentence. Agency", "… (Name/Agency)"
    rf"|[.?!”\"’')] (?:(?:{_NAME} ){{1,5}}for )?{_AGENCY}$"
    rf"|\((?:{_NAME} ){{0,4}}(?:{_NAME} ?/ ?)?{_AGENCY}\)$"
    # "… Courtesy Name", with a capital in mid-sentence
    rf"|[^:] Courtesy(?: of)? [A-Z]{_NAME}(?:[ /]{_NAME}){{0,6}}$"
)
_SENTENCE_ENDS = (".", "!", "?", "”", '"', ":")
_LABELS = ("Photo: ", "Image: ", "Picture: ")
# Words that only speak of a picture.
_PICTURED = re.compile(
    r"\((?:[LRC]|left|right|center|centre|top|bottom|pictured)\)"
    r"|\b(?:(?:handout|file) (?:image|photo|picture)|(?:is|are) pictured"
    r"|(?:this|the|an?) (?:undated |handout |satellite )?(?:image|photo|photograph|picture|screengrab|still)"
    r",? (?:released|provided|taken|made available|shows)"
    r"|is seen (?:mid|in this|in an?|here|on|at|during))\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL_DATE = rf"(?:(?:on|released|taken)\s)(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? \d{{4}}"
_HAS_DATE = re.compile(rf"\b{_FULL_DATE}")
# "X at Y on September 13, 2023, in Z." and no more: one sentence that ends with the day or the place.
_DATED = re.compile(rf"\A[^.?!“”\"]{{20,330}}\b{_FULL_DATE}(?:,? (?:in|at|near|outside) [^.?!]{{2,80}})?\.?")
# What makes a sentence of a line: with one of these it tells what happened, and is left where it is.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|say|told"
    r"|took|went|met|won|lost|held|left|began|made|came|gave|fell|rose|led|sent|brought|bought|sold|found|became|ran|saw"
    r"|put|set|cut|hit|paid|kept|broke|spoke|wrote|fought|struck|flew|knew|grew|got|built|felt|drew|stood|chose|I|we|you"
    r"|[a-z]+ed)\b"
)
_ED_OF_A_PICTURE = re.compile(
    r"\b(?:released|provided|taken|seen|based|united|armed|uniformed|destroyed|damaged)\b"
)

LONGEST_CAPTION = 700  # the longest single ones of CNN have about 500
_LEAST_SHARED = 0.6  # of the words of an alternative text that its caption has as well


def is_caption(text: str) -> bool:
    """Whether a block, taken by itself, describes a picture.

    It does if it is signed by a photographer or an agency, speaks of a picture, or is a dated line
    without a verb. Anything else is left in the text: an answer may stand in it.
    """
    if text.startswith(_LABELS) or (not text.endswith(_SENTENCE_ENDS) and _SIGNED.search(text[-200:])):
        return True
    if len(text) > LONGEST_CAPTION:
        return False
    if not _HAS_DATE.search(text):
        return False
    if _PICTURED.search(text):
        return True
    return bool(_DATED.fullmatch(text)) and not _FINITE.search(_ED_OF_A_PICTURE.sub("", text))


def find_captions(blocks: list[Block]) -> set[int]:
    """Which of the blocks are captions, or lines that say the same right above or below one."""
    found = {
        number
        for number, block in enumerate(blocks)
        if not block.is_bullet and is_caption(block.text) and not _is_fact(blocks, number)
    }
    for number in sorted(found):
        above, below = number - 1, number + 1
        if above >= 0 and blocks[number].tight and _says_the_same(blocks[above], blocks[number]):
            found.add(above)
        if below < len(blocks) and blocks[below].tight and _says_the_same(blocks[below], blocks[number]):
            found.add(below)
    return found


def _is_fact(blocks: list[Block], number: int) -> bool:
    """Whether it gives a fact by its name: `Operators: NASA/ESA`, and `Image: lamp:16` beside others."""
    text = blocks[number].text
    if not is_datum(text):
        return False
    beside = blocks[max(0, number - 1) : number] + blocks[number + 1 : number + 2]
    return not text.startswith(_LABELS) or any(
        is_datum(other.text) and not other.text.startswith(_LABELS) for other in beside
    )


def _says_the_same(other: Block, caption: Block) -> bool:
    words = set(re.findall(r"\w{3,}", other.text.casefold()))
    shared = words & set(re.findall(r"\w{3,}", caption.text.casefold()))
    return len(words) >= 3 and len(shared) >= _LEAST_SHARED * len(words)
