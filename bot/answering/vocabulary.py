"""Used in answering: the few lists of words that decide what a number, a date or a denial is."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")
CALENDAR = MONTHS | DAYS

SCALES = _words("hundred thousand million billion trillion percent dozen")
_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
# "seven" is "7": the value in digits, as words.stems writes it.
NUMBER_VALUES = {word: str(value) for value, word in enumerate(_ONES.split())} | {
    word: str(value) for value, word in zip(range(30, 100, 10), _TENS.split(), strict=True)
}
# "one" and "zero" are seldom numbers in running text.
COUNTS = (frozenset(NUMBER_VALUES) - {"zero", "one"}) | _words(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half none"
)

REASONS = _words("because due since therefore amid after blamed citing thanks reason owing cause")
NAME_JOINERS = _words("of de la del van von der al bin")
DEGREES = _words(
    "many much old long far tall high deep big large fast wide heavy hot cold often late early near"
)
NUMBER_JOINERS = _words("and or to from")
# Words that point at the sentence before, where a sentence begins with them.
POINTERS = _words("he she it they his her their its him them this these that those")
