"""Used by cleaning: which blocks are the captions, or the alternative texts, of pictures."""

import re

from index.cleaning.blocks import Block

# An agency after the photographer, at the very end, is how picture desks sign: "Name Name/Getty Images".
_AGENCY = (
    r"(?:Getty Images(?: \w+)?|AFP|AP(?: Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|Bloomberg|Shutterstock|Alamy|iStock|NASA"
    r"|ESA|NOAA|CNN|Zuma Press|Sipa(?: USA)?|Redux|Imago|Xinhua|TASS|Sputnik|Adobe|stock\.adobe\.com|Instagram|Twitter"
    r"|USA TODAY(?: \w+)?|US (?:Navy|Army|Air Force|Coast Guard|Marine Corps)|Handout|Pool|POOL|File|FILE|[Cc]ourtesy\b.{0,60})"
)
_NAME = r"[^\W\d_][\w.’'-]*"
_SIGNED = re.compile(
    rf"(?:^|[.?!”\"’')\d]\s)(?:From\s|[Cc]ourtesy\s)?(?:{_NAME}(?:[ ,&]+(?:{_NAME})){{0,9}})?"
    rf"(?:\s?/\s?[A-Z][\w.&’' -]{{1,50}}){{1,4}}$"
    rf"|[.?!”\"’')]\s(?:(?:{_NAME}\s){{1,5}}(?:for|via)\s)?{_AGENCY}$"
    rf"|\((?:{_NAME}\s){{0,4}}/?\s?{_AGENCY}\)$"
)
# Words that only speak of a picture.
_PICTURED = re.compile(
    r"\((?:[LRC]|left|right|center|centre|top|bottom|pictured)\)|\b(?:handout (?:image|photo|picture)|file (?:photo|image|picture)"
    r"|(?:this|the|an?) (?:undated |handout |satellite )?(?:image|photo|photograph|picture|screengrab|still),? (?:released|provided|taken|made available|shows)"
    r"|is seen (?:mid|in this|in an?|here|on|at|during)|(?:is|are) pictured)\b"
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL_DATE = rf"(?:(?:on|released|taken)\s)(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? \d{{4}}"
# "X at Y on September 13, 2023, in Z." and no more: one sentence that ends with the day or the place.
_DATED = re.compile(rf"[^.?!“”\"]{{20,330}}\b{_FULL_DATE}(?:,? (?:in|at|near|outside) [^.?!]{{2,80}})?\.?")
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
    if _SIGNED.search(text, max(0, len(text) - 200)):
        return True
    if len(text) > LONGEST_CAPTION:
        return False
    if _PICTURED.search(text) and re.search(rf"\b{_FULL_DATE}", text):
        return True
    return bool(_DATED.fullmatch(text)) and not _FINITE.search(_ED_OF_A_PICTURE.sub("", text))


def find_captions(blocks: list[Block]) -> set[int]:
    """Which of the blocks are captions, or lines that say the same right above or below one."""
    found = {number for number, block in enumerate(blocks) if not block.is_bullet and is_caption(block.text)}
    for number in sorted(found):
        above, below = number - 1, number + 1
        if above >= 0 and blocks[number].tight and _says_the_same(blocks[above], blocks[number]):
            found.add(above)
        if below < len(blocks) and blocks[below].tight and _says_the_same(blocks[below], blocks[number]):
            found.add(below)
    return found


def _says_the_same(other: Block, caption: Block) -> bool:
    words = {word for word in re.findall(r"\w{3,}", other.text.casefold())}
    shared = words & set(re.findall(r"\w{3,}", caption.text.casefold()))
    return len(words) >= 3 and len(shared) >= _LEAST_SHARED * len(words)
