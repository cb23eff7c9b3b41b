"""Used by cleaning: a caption without the photographer or agency that signs it."""

import re

_NAME = r"[^\W\da-z_][\w.’'-]{0,40}"
_NAMES = rf"@?{_NAME}(?:[ ,&]{{1,3}}(?:{_NAME}|and|und|y|et|e|de|van|von|bin|al)){{0,6}}"
_AGENCY = (
    r"(?:Getty Images|AFP|AP(?: Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|Bloomberg|Shutterstock|Alamy|iStock|NASA"
    r"|ESA|Zuma Press|Sipa(?: USA)?|Redux|[Ii]mago|Xinhua|TASS|Sputnik|Adobe|Handout|Pool|dpa|Ritzau|NTB|TT"
    r"|ANSA|EFE|KCNA|Keystone|Unsplash|Wikimedia Commons|Укрінформ)"
)
_PICTURE = (
    r"(?:Photo(?:graph(?:y|er)?)?|Image|Picture|Foto(?:graf(?:in|ía|ia)?)?|Bild(?:quelle|rechte)?|Crédits?|Credits?"
    r"|Créditos?|Imagen|Imagem|Illustration|Фото|Світлина|Zdjęcie)s?"
)
_BY = r"(?: (?:credits?|by|courtesy(?: of)?|photo|de|da|do|von|d[’']|foto))"
_LABEL = rf"{_PICTURE}{_BY}{{0,2}} ?:"
_SIGNED = re.compile(
    # "… a sentence. Name Name/Anything", "… in 2023 Name/Anything"
    rf"(?:[.?!”\"’')]|\b\d{{4}})"
    rf"(?P<a> (?:From |[Cc]ourtesy )?{_NAMES}(?: ?/ ?[^\W\d_][\w.&’' -]{{1,60}}){{1,4}})$"
    # "… a sentence. Agency", "… a sentence. Name for Agency", "… Agency via Agency"
    rf"|[.?!”\"’')](?P<b> (?:{_NAMES} (?:for|via) )?(?:{_AGENCY}|Instagram|Twitter|X|Facebook|Telegram))$"
    # "… anything at all Name Name/Agency", "… via Agency"
    rf"|(?P<c>(?: {_NAME}){{1,2}}(?: ?/ ?{_AGENCY}(?: [A-Z]\w{{1,20}})?){{1,3}})$"
    rf"|(?P<d> via (?:{_AGENCY}|Instagram|Twitter|X|Facebook|Telegram))$"
    # "… (Name/Agency)", "… (Photo: Name)", "… [AP]", "… (courtesy of anybody)"
    rf"|(?P<e> ?[(\[](?:{_LABEL} )?(?:{_NAMES} ?[/|]? ?)?{_AGENCY}(?:/{_NAMES})?[)\]]\.?)$"
    rf"|(?P<f> ?[(\[](?:{_LABEL}|{_PICTURE}{_BY}|[Cc]ourtesy(?: of)?) [^()\[\]]{{2,80}}[)\]]\.?)$"
    # "… Courtesy Name", with a capital in mid-sentence
    rf"|[^:](?P<g> Courtesy(?: of)? {_NAMES}(?:/{_NAMES})?)$"
    # "… a sentence. Photograph: Name/Paper", "… | Foto: Name", "… © Name"
    rf"|(?:[.?!”\"’')]|[|–—·-])(?P<h> (?:{_LABEL}|{_PICTURE}{_BY}) ?[^:!?]{{2,80}})$"
    r"|(?P<i> ?(?:[|–—·-] ?)?(?:©|\(c\)|\(C\)) ?[^©]{2,80})$"
)
_CREDIT = re.compile(
    rf"(?:{_LABEL} ?(?:{_NAMES}|{_AGENCY})(?: ?[/|] ?(?:{_NAMES}|{_AGENCY})){{0,4}}"
    rf"|{_PICTURE}{_BY} [^.!?:]{{2,80}}|(?:©|\(c\)) ?.{{2,80}}"
    rf"|[(\[]?(?:{_NAMES} (?:for|via) |{_NAMES} ?[/|] ?){{0,4}}{_AGENCY}(?:[/|]{_NAMES})?[)\]]?)\.?"
)
_LONGEST_CREDIT = 200  # characters
_MOST_SIGNED = 3  # "Name/AP (Photo: Pool) © Paper"


def without_credit(caption: str) -> str:
    """The caption's own words; empty where a credit is all that it is."""
    own = caption
    for _ in range(_MOST_SIGNED):
        if _CREDIT.fullmatch(own):
            return ""
        found = _SIGNED.search(own, max(0, len(own) - _LONGEST_CREDIT))
        if found is None:
            break
        own = own[: found.start(found.lastgroup or 0)].rstrip(" |/–—·-")
    return own
