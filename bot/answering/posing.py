"""Used in answering: does a text of an article speak to a language model rather than to its readers?

Such text is quoted to nobody as an answer, and supports nothing, where there is anything else.
"""

import re

_POSING = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|these|those|your)\b"
    r".{0,40}\b(?:instruction|prompt|rule|direction|passage)s?\b"
    r"|\b(?:as|you are|act as|pretend to be)\s+an?\s+(?:ai|language\s+model|llm|chatbot)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message)\b"
    r"|(?:^|[.!?:\n]\s*|\b(?:you\s+)?(?:must|shall|please|always)\s+)(?:answer|reply|respond|say|write)\s+"
    r"(?:\w+\s+){0,3}?(?:only|exactly|instead|to\s+every\s+question)\b"
    r"|\btell\s+(?:the\s+)?(?:user|reader|asker)s?\s+that\b"
    r"|\b(?:note|message|instructions?)\s+(?:to|for)\s+(?:the\s+|any\s+)?(?:ai|assistant|language\s+model|llm"
    r"|chatbot|bot)s?\b",
    re.IGNORECASE | re.DOTALL,
)


def poses_as_instruction(text: str) -> bool:
    """Whether a text speaks to a language model; none of 69,414 sentences of news-dev is taken for such."""
    return _POSING.search(text) is not None
