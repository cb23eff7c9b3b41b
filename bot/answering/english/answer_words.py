"""Used by quotes: words that tell what could answer a question, and what needs the sentence before."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REASONS = _words("because due since therefore amid after blamed citing thanks reason owing cause")
NAME_JOINERS = _words("of de la del van von der al bin")
DEGREES = _words(
    "many much old long far tall high deep big large fast wide heavy hot cold often late early near"
)
NUMBER_JOINERS = _words("and or to from")
# Words that point at the sentence before, where a sentence begins with them.
POINTERS = _words("he she it they his her their its him them this these that those")
