"""Which language a text is in: told where it is plain, unknown where it is not; English loads no model."""

import json
import sys
from pathlib import Path

import pytest

from index.building.collection import collect
from index.cleaning.language import LanguageDetector

TEXTS = {
    "en": "The council of the town met on Monday and agreed to repair the old bridge over the river.",
    "de": "Die Stadt Orrin saniert ihre Mühle. Die Arbeiten beginnen am 7. April und dauern bis zum Herbst.",
    "fr": "Le conseil a nommé mardi la nouvelle directrice du port, qui prendra ses fonctions en septembre.",
    "es": "El ayuntamiento aprobó el lunes la reparación del viejo puente, que durará hasta octubre.",
    "pt": "A câmara aprovou na segunda-feira a reparação da velha ponte, que não fica pronta em outubro.",
    "it": "Il consiglio comunale ha approvato lunedì la riparazione del vecchio ponte, che durerà mesi.",
    "nl": "De gemeenteraad heeft maandag besloten de oude brug over de rivier te herstellen; dat duurt lang.",
    "sv": "Kommunen beslutade i måndags att reparera den gamla bron över ån, och arbetet pågår till oktober.",
    "fi": "Kaupunginvaltuusto päätti maanantaina korjata vanhan sillan, ja työt kestävät lokakuuhun saakka.",
    "pl": "Rada miasta zdecydowała w poniedziałek o remoncie starego mostu, który potrwa aż do października.",
    "cs": "Městská rada v pondělí rozhodla o opravě starého mostu přes řeku, která potrvá až do října.",
    "ru": "Городской совет решил в понедельник отремонтировать старый мост через реку до конца октября.",
    "uk": "Міська рада вирішила в понеділок відремонтувати старий міст через річку до кінця жовтня.",
}


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector()


@pytest.mark.parametrize("language", TEXTS)
def test_a_paragraph_is_enough(language: str, detector: LanguageDetector) -> None:
    assert detector.detect(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Hallo", "Tram 5", "Orrin, 7. April", "12 34 56 " * 40, "a1f3 9c0d " * 30]
)
def test_what_is_short_or_no_language_stays_unknown(text: str, detector: LanguageDetector) -> None:
    assert detector.detect(text) is None


def test_a_text_of_two_languages_stays_unknown(detector: LanguageDetector) -> None:
    assert detector.detect("\n\n".join(TEXTS[code] * 3 for code in ("en", "de"))) is None
    assert detector.detect("\n\n".join(TEXTS[code] * 3 for code in ("fr", "es"))) is None


def test_a_quotation_does_not_change_it(detector: LanguageDetector) -> None:
    assert detector.detect(f"{TEXTS['de'] * 6} {TEXTS['en']} {TEXTS['de'] * 6}") == "de"


def test_every_reader_gets_it_and_what_a_source_states_stays(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXTS["de"], encoding="utf-8")
    (tmp_path / "puente.md").write_text(f"# Puente\n\n{TEXTS['es']}\n", encoding="utf-8")
    line = {"id": "a", "title": "Silta", "text": TEXTS["fi"]}
    lines = [line, {**line, "id": "b", "text": TEXTS["pl"], "language": "cs"}]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    articles = collect(tmp_path).articles
    languages = {id_: article.info.language for id_, article in articles.items()}
    assert languages == {"bridge.txt": "de", "puente.md": "es", "a": "fi", "b": "cs"}


def test_english_loads_no_model() -> None:
    before = {name for name in sys.modules if name.startswith("py3langid")}
    detector = LanguageDetector()
    assert detector.detect(TEXTS["en"] * 20) == "en"
    assert detector._model is None
    assert {name for name in sys.modules if name.startswith("py3langid")} == before
