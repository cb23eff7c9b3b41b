"""Used by cleaning and for questions: text without invisible characters, each letter in one spelling.

A word is found and quoted only where its letters stand next to each other. Pages put soft hyphens and
zero-width characters between them, PDFs ligatures, Macs combining marks, East Asian keyboards full-width
letters. Articles come through here once, as cleaning begins, and questions as they are read, so both are in
the same spelling; what is quoted is then in the cleaned text word for word.
"""

import re
import unicodedata

# Never seen by anybody: joiners, marks of direction, byte order marks, variants of form, tags.
_INVISIBLE = (
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff"
)
# Between the letters of most scripts these do nothing. They part words in those of South-East Asia, change
# letters from Arabic to Sinhala, and join emoji.
_PARTED_BY_ZERO_WIDTH_SPACE = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf"
_CHANGED_BY_JOINERS = r"\u0600-\u0dff\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    rf"[{_INVISIBLE}]"
    r"|\u00ad(?![ \t\r]{0,8}\n)"  # at a line's end it says that the word goes on below
    rf"|(?<![{_PARTED_BY_ZERO_WIDTH_SPACE}])\u200b(?![{_PARTED_BY_ZERO_WIDTH_SPACE}])"
    rf"|(?<![{_CHANGED_BY_JOINERS}])[\u200c\u200d]+(?![{_CHANGED_BY_JOINERS}])"
)
# Letters and digits in another form: long s, ĳ, Roman numerals, ligatures, Hebrew and Arabic in their shapes,
# full and half width (but for punctuation, which is full-width in Chinese), mathematical alphabets.
_IN_OTHER_FORM = (
    r"\u017f\u0132\u0133\u2160-\u217f\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb28\ufb2a-\ufdc7\ufe70-\ufefc"
    r"\uff04\uff05\uff0b\uff0d\uff0f-\uff19\uff20-\uff3a\uff41-\uff5a\uff66-\uffdc\U0001d400-\U0001d7ff"
)
_OTHER_FORM = re.compile(rf"[{_IN_OTHER_FORM}]+")
_FULL_WIDTH_IN_NUMBER = re.compile(r"(?<=\d)[，．](?=\d)")
# Most texts have none of all these, and one look is a fifth of the work.
_UNUSUAL = re.compile(rf"[{_INVISIBLE}\u00ad\u200b-\u200d{_IN_OTHER_FORM}，．\u2010\u2011\u2800\u3164]")
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2800": " ", "\u3164": " "})


def plain_characters(text: str) -> str:
    """The text in composed letters (NFC), without invisible characters, letters and digits in usual form.

    A soft hyphen at the end of a line stays, for who joins lines. White space is left as it is.
    """
    if text.isascii():
        return text
    if not _UNUSUAL.search(text):
        return unicodedata.normalize("NFC", text)
    text = _UNSEEN.sub("", text)
    text = _OTHER_FORM.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    text = _FULL_WIDTH_IN_NUMBER.sub(lambda mark: "," if mark[0] == "，" else ".", text)
    return unicodedata.normalize("NFC", text.translate(_ALIKE))
