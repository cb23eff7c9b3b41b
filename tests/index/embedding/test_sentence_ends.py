"""Where sentences end: a quote is never a fragment, and two sentences are not read as one."""

import time

import pytest

from index.embedding.sentence_ends import sentences

# "¦" stands where one sentence ends and the next begins.
TEXTS = [
    ("fr", "Le conseil a nommé M. Dupont-Leroy. ¦ Mme. Aurélie Brézé part à la retraite."),
    ("fr", "Le bac, c. à d. le vieux, coûte 3 M. ¦ Il part p. ex. à midi."),
    ("fr", "Le fort date de 52 av. J.-C. et du IIIe siècle. ¦ Voir art. 5, p. 12 et vol. II du registre."),
    ("fr", "Le groupe E. ¦ C'est le plus fort, note F. Bluche."),
    ("de", "Die Arbeiten beginnen am 7. Oktober und dauern bis zum 3. Mai. ¦ Danach ruht der Bau."),
    ("de", "Sie kosten ca. 2,4 Mio. Euro, sagte Dr. Hugo Brand. ¦ Der Rat zahlt 3 Mio. ¦ Das ist viel."),
    ("de", "Im 19. Jahrhundert und am 3. Platz der 2. Bundesliga. ¦ Er wurde 17. ¦ Dann ging er."),
    ("de", "Äpfel, z. B. Boskop, d. h. saure, usw. ¦ Die Nr. 5 steht 100 v. Chr. in Abb. 3, vgl. Meyer."),
    ("de", "Das regelt Karl V. ¦ Der Kaiser wohnt in der Bahnhofstr. 12 bei Fr. Kern geb. Holm."),
    ("en", "It moves approx. 40 tonnes a day. ¦ See no. 5 and vol. 12, sec. 3."),
    (
        "en",
        "He lives in the U.S. ¦ The U.S. Army met J. K. Hart and George W. Stone. ¦ Plan B. ¦ Then he left.",
    ),
    (
        "en",
        "The ferry leaves at 10 a.m. ET. ¦ It is back at 5 p.m. Monday. ¦ We sell it, etc. ¦ The end.",
    ),
    ("en", "“Why now?” asked the mayor. ¦ “It is late.” ¦ The band Wow! played on."),
    (
        "en",
        "The well is 50 m deep, the pit 30 m. ¦ It is now for iPad. ¦ iPhone users wait. ¦ See wurm.example.",
    ),
    (
        "es",
        "El Sr. López y la Dra. Ruiz viven en la Avda. Constitución, p. ej. en el núm. 5. ¦ Son de EE. UU.",
    ),
    ("es", "Data del año 750 d. C. y de la 12.ª dinastía. ¦ Vale 3 min. ¦ El tren sale."),
    ("it", "Il sig. Rossi e la dott.ssa Bianchi leggono pag. 3, ecc. ¦ Il libro è di S. Pietro."),
    ("pt", "O Sr. Silva mora na av. Paulista, p. ex. no n.º 5 da pág. 3. ¦ V. Exa. sabe."),
    ("nl", "Dhr. Jansen en mevr. De Wit, d.w.z. drs. Bakker, wonen op nr. 5, enz. ¦ De stad is oud."),
    ("sv", "T. ex. Stockholm, bl. a. kl. 5 på s. 7, dvs. Ekmans hus, osv. ¦ Det är sent."),
    ("da", "Den 3. maj kom hr. Hansen, bl.a. Aarhus, osv. ¦ Det var kl. 5 på Skt. Hans."),
    ("fi", "Sitä oli esim. Turussa 3. toukokuuta n. 40 tonnia, ts. Aho ja prof. Salo. ¦ Se on paljon."),
    (
        "pl",
        "Ks. Jan Nowak, ur. w 1964 r. w Krakowie, mieszka przy ul. Długiej 5, tj. Podgórze. ¦ Ma 5 tys. zł.",
    ),
    ("cs", "Ing. Novák se narodil 28. října r. 1964, tzv. Malý, atd. ¦ V Praze žije p. Nová, Ph.D., z č. 5."),
    ("ru", "Он родился, т. е. жил, в 1964 г. в Москве. ¦ А. С. Пушкин дал 5 тыс. руб. ¦ Он ушёл."),
    ("ru", "Это ул. Ленина, д. 5, рис. 3, им. Горького и т. д. ¦ В городе тихо."),
    (
        "uk",
        "Він жив у м. Київ, вул. Франка 5, і мав 5 тис. грн. ¦ Вона знала проф. Коваля з 1964 р. в місті.",
    ),
]


def split(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(("language", "marked"), TEXTS)
def test_an_abbreviation_ends_a_sentence_only_where_the_next_begins(language: str, marked: str) -> None:
    assert split(marked.replace("¦ ", ""), language) == marked.split(" ¦ ")


@pytest.mark.parametrize("mark", ["1.", "12.", "1.2.", "II.", "XIV.", "a)", "(b)", "C.", "3)"])
def test_the_number_of_a_line_is_no_sentence(mark: str) -> None:
    text = f"The club met.\n\n{mark} New boats for everybody\n\nThe club buys two."
    assert split(text, "en") == ["The club met.", f"{mark} New boats for everybody", "The club buys two."]


def test_what_says_nothing_by_itself_goes_with_what_stands_beside_it() -> None:
    assert split("Is it safe? No. The bridge stays shut.", "en") == [
        "Is it safe?",
        "No. The bridge stays shut.",
    ]
    assert split("The ferry was late. So?", "en") == ["The ferry was late. So?"]
    assert split("船が出た。川は高い。", "ja") == ["船が出た。", "川は高い。"]


def test_a_text_in_small_letters_is_still_cut() -> None:
    text = "the boat is late. it was fog. we wait on the pier. nobody knows. call the port."
    assert len(split(text, "en")) == 5


def test_an_unknown_language_has_what_all_share() -> None:
    text = "Wir sahen Dr. Brand, ca. 40 Leute etc. und Nr. 5."
    assert split(text, "xx") == [text]


@pytest.mark.parametrize(
    "unit", ["“a ", "a. ", "J. ", "<!---->", "1. ", "etc. The ", "z. B. ", '" ', "(a ", "?” a "]
)
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    assert list(sentences(text, "de"))
    assert time.process_time() - began < 3  # some 0.3 s; by the square of the length it would be 10 and more
