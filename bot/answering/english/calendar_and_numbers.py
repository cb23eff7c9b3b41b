"""Used all over answering: the English words of the calendar and of numbers, once."""

_MONTHS = "january february march april may june july august september october november december"
MONTHS = tuple(_MONTHS.split())
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = tuple(_WEEKDAYS.split())
_MONTHS_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTH_SHORT = dict(zip(_MONTHS_SHORT.split(), range(12), strict=True)) | {"sept": 8}
_WEEKDAYS_SHORT = "mon tue wed thu fri sat sun"
WEEKDAY_SHORT = dict(zip(_WEEKDAYS_SHORT.split(), range(7), strict=True)) | {"tues": 1, "thur": 3, "thurs": 3}
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name: index + 1 for name, index in MONTH_SHORT.items()
}
RELATIVE_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight"})
# Any word that names a month or a day.
CALENDAR = frozenset(MONTH_NUMBERS) | frozenset(WEEKDAYS) | RELATIVE_DAYS
_TIME_NOUNS = """week weekend month year night decade century season quarter summer winter spring autumn fall
    day morning evening afternoon"""
TIME_NOUNS = frozenset(_TIME_NOUNS.split()) | frozenset(MONTHS) | frozenset(WEEKDAYS)
_RELATIVES = "last next this previous past coming following earlier later"
RELATIVES = frozenset(_RELATIVES.split())

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = dict(zip(_ONES.split(), range(21), strict=True)) | dict(
    zip(_TENS.split(), range(30, 100, 10), strict=True)
)
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
SHORT_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}  # after a number
COUNTING = frozenset(NUMBER_WORDS) | frozenset(SCALES) | {"a", "half"}
# "one" and "zero" are seldom numbers in running text.
_MANY = """hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half
    none"""
COUNTS = (frozenset(NUMBER_WORDS) - {"zero", "one"}) | frozenset(_MANY.split())
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS_SHORT = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th"
ORDINALS = dict(zip(_ORDINALS.split(), _ORDINALS_SHORT.split(), strict=True))
