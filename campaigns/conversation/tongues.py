"""What people ask in each language in the conversation of test_languages.py, and the articles that answer it.

Invented for it, as all of the town is.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """A language's own article, a question with its answer there, and a question without one."""

    title: str
    text: str
    question: str
    answer: str
    unanswerable: str

    @property
    def article(self) -> str:
        return f"---\ntitle: {self.title}\npublisher: Brackwater Post\ndate: 2026-05-02\n---\n{self.text}\n"


TONGUES = {
    "en": Tongue(
        "The ferry sails again",
        "The ferry across the Wend has been sailing again since Monday. "
        "It carries 18 cars and 150 people. A new engine was built in over the winter.",
        "How many cars does the ferry carry?",
        "It carries 18 cars and 150 people.",
        "Who lives on the far side of the moon?",
    ),
    "de": Tongue(
        "Die Sternwarte öffnet nachts",
        "Die Sternwarte von Brackwater ist seit Montag auch nachts geöffnet. Ihr neues "
        "Fernrohr hat einen Spiegel "
        "von 1,2 Metern Durchmesser. Der Eintritt kostet 5 Kronen.",
        "Welchen Durchmesser hat der Spiegel des neuen Fernrohrs?",
        "Ihr neues Fernrohr hat einen Spiegel von 1,2 Metern Durchmesser.",
        "Wer wohnt auf der Rückseite des Mondes?",
    ),
    "es-ES": Tongue(
        "El mercado cubierto cumple cien años",
        "El mercado cubierto de Brackwater cumplió cien años el sábado. Tiene 84 puestos, dos más que el año "
        "pasado. El ayuntamiento quiere renovar su tejado de hierro.",
        "¿Cuántos puestos tiene el mercado cubierto?",
        "Tiene 84 puestos, dos más que el año pasado.",
        "¿Quién vive en la cara oculta de la luna?",
    ),
    "fr": Tongue(
        "Le vieux pont est fermé",
        "Le vieux pont de Brackwater est fermé depuis mardi pour des travaux. Les "
        "travaux doivent durer sept mois "
        "et coûter 3 millions de couronnes. Les piétons passent par la passerelle du port.",
        "Combien de mois doivent durer les travaux du vieux pont ?",
        "Les travaux doivent durer sept mois et coûter 3 millions de couronnes.",
        "Qui habite sur la face cachée de la lune ?",
    ),
    "pt-BR": Tongue(
        "A orquestra ganha uma nova sala",
        "A orquestra de Brackwater ganhou uma nova sala na sexta-feira. A nova sala tem "
        "920 lugares e um órgão "
        "feito de carvalho. O primeiro concerto será em setembro.",
        "Quantos lugares tem a nova sala da orquestra?",
        "A nova sala tem 920 lugares e um órgão feito de carvalho.",
        "Quem mora no lado oculto da lua?",
    ),
    "uk": Tongue(
        "Міський музей відкрив нову залу",
        "Міський музей Бракватера відкрив у суботу нову залу. У ній виставлено 312 "
        "картин, подарованих однією "
        "родиною. Ремонт тривав два роки й коштував 40 мільйонів крон.",
        "Скільки картин виставлено в новій залі музею?",
        "У ній виставлено 312 картин, подарованих однією родиною.",
        "Хто живе на зворотному боці Місяця?",
    ),
}
