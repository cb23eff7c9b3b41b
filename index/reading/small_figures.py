"""Used by the readers: raised and lowered figures as characters, so that a power is not read as its base."""

RAISED = str.maketrans("0123456789+-−–=()nixy", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱˣʸ")
LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")


def raised(text: str) -> str:
    """`6` → `⁶`; what has other characters in it (`1st`, `Mme`) stays as it is, but `2a` becomes `^(2a)`."""
    bare = text.strip()
    if bare and all(ord(letter) in RAISED for letter in bare):
        return text.translate(RAISED)
    return f"^({bare})" if any(letter.isdigit() or letter in "+-−/" for letter in bare) else text


def lowered(text: str) -> str:
    """`2` → `₂`, where every character has such a form."""
    return text.translate(LOWERED) if all(ord(letter) in LOWERED for letter in text.strip()) else text
