"""Before the flow: "thanks!" under an answer is no question. Words of courtesy in our six languages."""

import re

from bot.answering.question.clean import clean

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+")
# A message of nothing but these asks nothing. None of them is what a question could be about.
_COURTESIES = """
thanks thank you thx ty cheers ok okay k kk cool nice great good awesome amazing perfect wow lol lmao haha
hahaha hehe bot hi hello hey bye yes yeah yep no nope sure alright right well done got it so much very a lot
danke dankeschön vielen dank super toll gut prima perfekt ja nein hallo moin servus tschüss alles klar genau
sehr schön dir
gracias muchas genial vale perfecto bien muy hola adiós sí si jaja jajaja bueno
merci beaucoup génial parfait très salut bonjour oui non d'accord bravo mdr
obrigado obrigada valeu muito legal ótimo perfeito olá oi sim não kkk bom boa
дякую спасибі дуже супер клас круто добре гаразд привіт вітаю так ні ок окей чудово
"""
_WORDS = frozenset(_COURTESIES.split())


def is_courtesy(text: str) -> bool:
    """Whether a message says no more than thanks, a greeting or a laugh, in words or in none."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(clean(text))]
    return all(word in _WORDS for word in words) and not (words and "?" in text)
