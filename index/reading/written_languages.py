"""Used by `encoding_guess`: how languages are written, as far as it takes to tell an encoding.

Of each language some of its commonest words, the letters that it has beside a to z, the encodings that its
texts came in before UTF-8, and what none of its words holds. A language that is not here is not guessed at.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class WrittenLanguage:
    """`words` and `letters` in lower case; `by_letter`: it puts no spaces between words, and `words` are
    single signs. The likeliest encoding comes first."""

    code: str
    encodings: tuple[str, ...]
    letters: frozenset[str]
    words: frozenset[str]
    never: re.Pattern[str] | None = None
    by_letter: bool = False


_WESTERN = ("cp1252", "iso8859-15")
_NORTHERN = ("cp1252", "iso8859-15", "cp1257")
_CENTRAL = ("cp1250", "iso8859-2")
_CENTRAL_TOO = ("cp1250", "iso8859-2", "iso8859-16", "cp1257", "iso8859-13")
_BALTIC = ("cp1257", "iso8859-13", "iso8859-4")
_CYRILLIC = ("cp1251", "koi8-u", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")


def _language(
    code: str,
    encodings: tuple[str, ...],
    letters: str,
    words: str,
    *,
    never: str = "",
    by_letter: bool = False,
) -> WrittenLanguage:
    pattern = re.compile(never) if never else None
    return WrittenLanguage(code, encodings, frozenset(letters), frozenset(words.split()), pattern, by_letter)


LANGUAGES: tuple[WrittenLanguage, ...] = (
    _language(
        "en", _WESTERN, "",
        "the of and to in a is that for it was on with as at by from this be are have has had not but he "
        "they his her she its or which an who were their one said will would been all about when there "
        "can more after than",
    ),
    _language(
        "de", _WESTERN, "äöüßéèà",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
        "haben nur oder aber vor zur bis mehr durch man sein wurde sei können müssen gegen",
    ),
    _language(
        "fr", _WESTERN, "àâçéèêëîïôœùûüÿ",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
        "avec son aux été ont cette mais comme ou nous sa leur elle ses être même à où très après deux "
        "fait dit",
    ),
    _language(
        "es", _WESTERN, "áéíñóúü",
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o "
        "este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos "
        "durante fue está son ha han según años",
        never="ñ(?![aeiouáéíóú])",
    ),
    _language(
        "pt", _WESTERN, "àáâãçéêíóôõúü",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das "
        "tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era "
        "depois sem mesmo aos são segundo anos disse",
        never="ã(?![oe]|s?$)|õ(?!e)",
    ),
    _language(
        "it", _WESTERN, "àèéìíîòóùú",
        "di e che la il in un a per è una sono non con del si da come più le al ha dei nel della i alla o "
        "anche ma gli se lo delle su questo suo dal ci essere stato perché dopo nella hanno tra molto "
        "anni",
    ),
    _language(
        "ca", _WESTERN, "àçèéíïòóúü·",
        "de la i el que en a les els un per del una amb no es és al ha dels són va com més però seva "
        "aquest aquesta també entre fins ja ser han sobre pel anys",
    ),
    _language(
        "nl", _WESTERN, "áäçèéêëíïóöúü",
        "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog "
        "naar heeft door over ze hij worden wordt was hebben deze meer geen kan tot die werd zo al onder "
        "tegen volgens één zei",
    ),
    _language(
        "sv", _WESTERN, "åäöé",
        "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så "
        "kan när år säger under också efter eller nu sin där vid mot ska skulle hade än enligt blir alla "
        "över mellan många",
    ),
    _language(
        "da", _WESTERN, "åæøé",
        "og i at det er en til af på for med de den der som ikke et har om var men sig fra vi han så kan "
        "når år også efter eller nu sin hvor ved mod skal ville havde end ifølge bliver alle over mellem "
        "mange siger være",
    ),
    _language(
        "no", _WESTERN, "åæøéóòô",
        "og i at det er en til av på for med de den der som ikke et har om var men seg fra vi han så kan "
        "når år også etter eller nå sin hvor ved mot skal ville hadde enn ifølge blir alle over mellom "
        "mange sier være",
    ),
    _language(
        "is", _WESTERN, "áæéíðóöúýþ",
        "og í að á það er sem um til við var en með af ekki fyrir hann hún eru því frá hafa hefur þar þau "
        "þeir verið verður vera eftir segir upp ár þess þegar kom úr",
    ),
    _language(
        "fi", _NORTHERN, "äöåšž",
        "ja on ei se että oli hän mutta ovat myös kun joka mukaan sen kuin ollut jo niin tai olla voi "
        "vain nyt sitä hänen mitä jos sanoo kertoo vuonna ole jälkeen siitä vielä he kanssa noin yli "
        "ennen tällä tämä ensi jotka",
    ),
    _language(
        "et", (*_NORTHERN, "iso8859-13", "iso8859-4"), "äöõüšž",
        "ja on ei et see oli ta kui ka mis aga oma ning või mida kes siis selle tema välja veel pärast "
        "üle kuid eesti nad nii olla juba ainult aasta aastal kõik minu mille",
    ),
    _language(
        "pl", _CENTRAL_TOO, "ąćęłńóśźż",
        "w i z na do się nie że to jest o jak po od a za co przez ale są tym tego tak dla ich był było "
        "czy tylko już jego być oraz ze może przed który które która we także bardzo pod gdy lub bez jej "
        "roku mówi będzie będą ponad zdaniem według",
    ),
    _language(
        "cs", _CENTRAL, "áčďéěíňóřšťúůýž",
        "a se v na je že s z do o i to k ve pro za by ale si po jako od jsou která který které podle také "
        "jeho tak byl bylo jsem už nebo jen jak ze bude při není až aby mezi let před může více u kteří "
        "roku řekl města",
    ),
    _language(
        "sk", _CENTRAL, "áäčďéíĺľňóôŕšťúýž",
        "a sa v na je že s z do o i to k vo pre za by ale si po ako od sú ktorá ktorý ktoré podľa aj jeho "
        "tak bol bolo som už alebo len ak zo bude pri nie až aby medzi rokov pred môže viac ktorí roku "
        "mesta povedal",
    ),
    _language(
        "hu", _CENTRAL_TOO, "áéíóöőúüű",
        "a az és hogy nem is egy ez volt meg de csak már még el ha vagy mint azt ki szerint után lesz "
        "kell ezt pedig amely között több lehet minden nagyon így mert ő voltak magyar évben két",
    ),
    _language(
        "ro", _CENTRAL, "ăâîşţ",
        "de în şi la a cu pe nu o din care că au pentru un mai este fi sunt ce se ca fost lui sau după "
        "prin dar dacă până unei ale al cel doar între asta foarte spune oraşul va",
    ),
    _language(
        "sl", _CENTRAL_TOO, "čšž",
        "in je v na se da za so ki z ne pa po s ni tudi bo kot od do o iz ali pri kako še le bi bil bila "
        "če kar že pred med zaradi lahko več leta ko",
    ),
    _language(
        "hr", _CENTRAL_TOO, "čćđšž",
        "i u je na se da za su od s o a koji koja koje ne to kako iz će bi do li nije što ali kao po sa "
        "ili već samo više godine prije nakon može biti još bio bila",
    ),
    _language(
        "sq", (*_WESTERN, *_CENTRAL), "çë",
        "e të në për me një që nga dhe ka është si do u më se kjo ky nuk i janë por nuk ishte tha pas deri "
        "edhe vetëm mund duke këtë ose kur",
    ),
    _language(
        "lt", _BALTIC, "ąčęėįšųūž",
        "ir į kad yra iš su tai buvo o apie ne bet kaip nuo už dėl ar taip pat jis jo jie po per prie tik "
        "gali bus metų dar jau kai jų labai iki prieš",
    ),
    _language(
        "lv", _BALTIC, "āčēģīķļņōŗšūž",
        "un ir ar no uz par ka kas tas to arī nav gadā bija bet kā vai pēc pie lai jau tikai viņš tā šo "
        "ne līdz vēl savu gan būs ļoti vairāk",
    ),
    _language(
        "tr", ("cp1254",), "çğıöşüâîûi̇",
        "ve bir bu da de için ile olarak çok daha en olan ne ama gibi kadar sonra var o her mi diye ise "
        "değil ya onun ben yeni olduğu göre iki tarafından dedi oldu",
    ),
    _language(
        "ru", _CYRILLIC, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "и в не на с что по а как это из но он к у за от его для о так же все до бы было они после также "
        "был только или если года при мы я ещё еще уже может есть быть том",
    ),
    _language(
        "uk", _CYRILLIC, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "і в на не що з у та до за як це від для по але його про він вони також був було є із й після або "
        "тільки щоб року при ми я ще вже може бути того над через",
    ),
    _language(
        "be", _CYRILLIC, "абвгдеёжзійклмнопрстуўфхцчшыьэюя'",
        "і ў у на не што з да за як гэта ад для па але яго пра ён яны таксама быў было пасля або толькі "
        "каб года пры мы я яшчэ ўжо можа быць",
    ),
    _language(
        "bg", _CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
        "и на да не в за се от с е че по са ще като до това той си но при бе един може след само или още "
        "през които което който му както има беше",
    ),
    _language(
        "sr", _CYRILLIC, "абвгдђежзијклљмнњопрстћуфхцчџш",
        "и у је на се да за су од са о а који која које не то како из ће би до ли није што али као по или "
        "већ само више године пре након може бити још био била",
    ),
    _language(
        "mk", _CYRILLIC, "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
        "и на да во се за од не со е дека по ќе а како што ги но тоа го до или кој која кои при беше само "
        "уште може има биде таа тој",
    ),
    _language(
        "el", ("cp1253", "iso8859-7"), "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
        "και το της η να του των ο που με την για από τον στην στο τα θα είναι σε οι δεν τη τους τις στη "
        "μια ένα ότι αλλά ήταν έχει στις κατά μετά όπως",
    ),
    _language(
        "he", ("cp1255",), "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "של את על לא הוא זה היא עם כי גם או יש אני כל אל אבל מה היה רק אם בין הם יותר אחרי לפני שלא כמו "
        "עוד אין",
    ),
    _language(
        "ar", ("cp1256",), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ",
        "في من على أن إلى عن مع هذا هذه التي الذي ما لا كان و بعد قد كما بين أو إن لم ذلك هو هي قال كل "
        "منذ حتى عام",
    ),
    _language(
        "zh", ("gb18030", "big5hkscs"), "",
        "的 一 是 不 了 在 人 有 我 他 这 這 中 大 来 來 上 国 "
        "國 个 個 到 说 說 们 們 为 為 子 和 你 地 出 也 时 時 年",
        by_letter=True,
    ),
    _language(
        "ja", ("cp932", "euc-jp"), "",
        "の に は を た が で て と し れ さ い る あ っ な も こ す ら か り ま よ う ん だ き け",
        by_letter=True,
    ),
    _language(
        "ko", ("cp949",), "",
        "이 다 는 을 에 의 가 한 고 를 은 하 지 로 도 사 기 대 해 그 서 자 정 인 나 들 있 시 어 리",
        by_letter=True,
    ),
)  # fmt: skip
