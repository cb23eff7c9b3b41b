"""Used by cleaning: what a news page leaves in an article's text, as a table of shapes.

A rule fits a whole block, or a mark at its start or end, never words in the middle, and each has a
greatest length, for leftovers are short and prose is not. The evidence behind a rule is what it took
out of 9,000 pages of CNN, USA Today and The Week, a sample of which was read.
"""

import re
from dataclasses import dataclass

_NETWORKS = (
    r"(?:Twitter|X|Facebook|Instagram|TikTok|Threads|Bluesky|YouTube|WhatsApp|LinkedIn|Telegram|Flipboard)"
)
_STOP = r"[.!]"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A kind of leftover: a block of at most `longest` characters that the pattern fits wholly."""

    name: str
    pattern: re.Pattern[str]
    longest: int = 300


def _rule(name: str, pattern: str, longest: int = 300, flags: re.RegexFlag = re.NOFLAG) -> Leftover:
    return Leftover(name, re.compile(pattern, flags | re.DOTALL), longest)


_ANY_CASE = re.IGNORECASE

LEFTOVERS: tuple[Leftover, ...] = (
    _rule("divider", r"[\W_]+"),
    _rule(
        "share",
        rf"(?:(?:pls|please|kindly)\s)?(?:share|email|print|save|tweet|bookmark)\s(?:this|our)"
        rf"(?:\s(?:post|article|story|page|news|with your friends|on {_NETWORKS}))*[.!]?"
        rf"|share(?:\s(?:on|via|to)\s(?:{_NETWORKS}|email))?|copy (?:this url|link|url)\b.{{0,80}}"
        rf"|link copied.{{0,30}}|click to (?:share|tweet|email|print)\b.{{0,60}}",
        150,
        _ANY_CASE,
    ),
    _rule(
        "listen",
        r"listen to (?:this )?(?:article|story|post)(?:\s*[-–—(\d].{0,30})?|(?:play|listen) (?:audio|now)"
        r"|your browser does not support the .{1,20} element\.?|audio player|video player|now playing.{0,80}",
        120,
        _ANY_CASE,
    ),
    _rule(
        "advertisement",
        r"(?:advertisement|advert|ads?|sponsored(?: (?:content|post|links?))?|promoted (?:content|stories|links)"
        r"|(?:story|article) continues (?:below|after) (?:this )?(?:advertisement|ad)"
        r"|(?:skip|report this|hide) ad|video ad feedback|ad feedback)\.?",
        60,
        _ANY_CASE,
    ),
    # CNN's player: "Video Ad Feedback TITLE 02:13 - Source: CNN".
    _rule("video", r"(?:Video Ad Feedback .*|.{1,200} \d\d?:\d\d - Source: .{1,40})", 400),
    _rule(
        "embedded post",
        rf"view (?:this|more) (?:post |posts |content )?on {_NETWORKS}|a post shared by .{{1,120}}"
        rf"|view this post|this (?:content|post|video) (?:is not|isn[’']t) available.{{0,80}}",
        200,
        _ANY_CASE,
    ),
    # Prompts in capitals stand before a headline; in small letters only with a colon, and without the
    # full stop of a sentence.
    _rule(
        "another story",
        r"(?:READ ALSO|ALSO READ|READ NEXT|READ MORE|READ|SEE ALSO|ALSO SEE|DON[’']T MISS|UP NEXT|RELATED|"
        r"RELATED (?:STORY|STORIES|ARTICLES?|NEWS|CONTENT|COVERAGE)|RECOMMENDED|MORE NEWS|MORE FROM .{2,40}|"
        r"YOU (?:MAY|MIGHT) (?:ALSO )?LIKE|WATCH NOW)(?:\s?[:|>»–—-]|\s(?=[\W\d]*[A-Z]))(?:.*[^.])?",
        220,
    ),
    _rule(
        "another story",
        r"(?:Read also|Also read|Read next|Read more|Read(?: this)?|See also|Don[’']t miss|Up next|Related"
        r"(?: (?:story|stories|articles?|news|content|coverage|reading|video))?|Recommended(?: for you)?|More"
        r"(?: (?:on|from|about) .{2,50})?|More (?:stories|news|coverage)|MORE(?: ON .{2,50})?|You (?:may|might) "
        r"(?:also )?like|Watch(?: now| this)?|WATCH|Fact check|FACT CHECK|Opinion|OPINION|Live updates|LIVE UPDATES"
        r"|Check out|Live Leaderboard|Follow every game|In pictures|IN PICTURES|Photos|PHOTOS|Gallery|Podcasts?)"
        r"\s?:(?:.*[^.])?",
        220,
    ),
    _rule(
        "another story",
        r"(?:read|see|show|load|view) (?:more|all|less)(?: (?:stories|articles|news|comments|photos))?"
        r"|(?:related|recommended|more|other|top|latest|trending|popular|most read|most popular|featured)"
        r" (?:stories|articles|posts|news|reads|videos|headlines|links|topics)(?: for you)?:?"
        r"|(?:continue|keep) reading.{0,60}|read (?:the )?full (?:story|article|report).{0,40}"
        r"|(?:for (?:the|our) full story, )?click here(?: (?:to|for) .{1,120})?\.?|for more, (?:click|visit|go to) .{1,100}"
        r"|more stories like this are available .{1,60}|back to top|skip to (?:main )?content",
        200,
        _ANY_CASE,
    ),
    # "Sad news:Headline of another story": the label of a link and its headline, run together. Of 280
    # such blocks read, 278 were links.
    _rule("another story", r"[^\s:.?!“][^:.\n“]{2,75}:(?=[^\s\d/:)])(?=\S+\s\S+\s\S).*", 220),
    _rule(
        "previous and next",
        r"(?:Previous|Next|PREVIOUS|NEXT|Prev) ?(?:article|post|story|Article|Post|Story|ARTICLE|POST|STORY)"
        r"(?:\s?[:→←»«].*|\s?(?=[\W\d]*[A-Z]).*[^.]|)",
        260,
    ),
    _rule(
        "newsletter",
        r"(?:.{0,120}[:?!.]\s?)?(?:Sign up|Subscribe|Register|Get (?:the|our|CNN|USA TODAY|more)|Join)\b.{0,260}"
        r"\b(?:newsletters?|inbox|email alerts?|print edition)\b.{0,200}"
        r"|.{0,160}\b[Nn]ewsletter ?(?:Sign up|Subscribe)\b.{0,200}"
        r"|(?:Want|Would you like|Looking for|Enjoying|Like)\b.{1,120}\bnewsletter\b[^.]{0,60}\?.{0,200}"
        r"|The [A-Z]\w+(?: \w+)? newsletter provides you .{1,150}"
        r"|Thank you for supporting our journalism\..{0,200}",
        420,
    ),
    _rule(
        "privacy notice",
        r"We will use the (?:details|information) you have shared .*|You agree to the processing.*"
        r"|If you wish to object to the use of your data .*|[‘'“\"]We[’'”\"] includes .{1,120}"
        r"|(?:We|This (?:site|website)) uses? cookies.*|By (?:signing up|subscribing|clicking|continuing),? .{0,40}you agree .*",
        900,
    ),
    _rule(
        "affiliate notice",
        r"(?:.{0,200}\b(?:may earn|earns?)\b.{0,60}\bcommission\b.{0,200}"
        r"|Prices were accurate at the time .{1,120}|The product experts at .{1,60} have all your shopping needs .*)",
        420,
    ),
    _rule(
        "follow",
        rf"(?:You can )?(?:[Ff]ollow|FOLLOW|Like|Find|Join) .{{1,90}} (?:on|at) {_NETWORKS}\b.{{0,150}}",
        300,
    ),
    # The line about the writer at an article's end: a way to reach them is in it.
    _rule(
        "about the writer",
        rf"(?:.{{0,330}}[.!?”)]\s)?(?:(?:You can )?(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]mail|[Tt]weet|[Ff]ind) "
        rf"(?:him|her|them|me|us|the (?:reporter|author|writer|team))\b|(?:Email|E-mail|Twitter|Contact|Reach|Tweet)"
        rf"(?: [A-Z][\w.’'-]+){{0,4}}(?: at|:| on)).{{0,160}}(?:@\w|{_NETWORKS}\b).{{0,120}}"
        rf"|(?:[A-Z][\w.’'-]+ ){{1,4}}can be reached (?:at|on|by) .{{1,250}}",
        520,
    ),
    _rule(
        "contributors",
        r"(?:[-–—]+\s?)?With (?:assistance|help|reporting|additional reporting|contributions?|files) (?:from|by) .*"
        r"|Contributing(?:\s(?:writers?|reporters?|editors?))?\s?:.*"
        r"|.{1,300} (?:also )?contributed (?:reporting )?to this (?:report|story|article|piece|post)\.?"
        r"|(?:Additional )?(?:Reporting|Editing|Writing) by .{1,200}"
        r"|From (?:USA TODAY Network|AP|Associated Press|wire|staff) and (?:staff|wire|other) (?:and wire )?reports\.?"
        r"|(?:Staff|Wire|Staff and wire) reports?",
        420,
    ),
    _rule(
        "first published",
        r"Read the original (?:article|story|post) (?:on|at|in) .{1,60}"
        r"|This (?:article|story|post|piece|column) (?:was )?(?:first|originally|previously) "
        r"(?:appeared|published|ran) (?:on|in|at|by) .{1,150}"
        r"|(?:[A-Z].{0,20}[Nn]ote: )?A version of this (?:article|story|post) (?:first )?appear(?:s|ed) in .{1,260}"
        r"|This (?:story|article) (?:has been|was) updated(?: (?:with|to (?:include|add)) (?:additional|more|new) "
        r"(?:details|information|developments|context))?\.?",
        420,
    ),
    _rule(
        "copyright",
        r"(?:©|\(c\)\s|Copyright\b).{0,200}|.{0,200}\bAll [Rr]ights [Rr]eserved\b.{0,120}"
        r"|This material may not be published, broadcast, rewritten.{0,80}",
        320,
    ),
    _rule(
        "picture credit",
        r"(?:Photo|Image|Picture|Video|Illustration|Graphic)s?(?: credits?| by| courtesy(?: of)?)?: ?.*",
        140,
    ),
    # "CNN —", "New York CNN Business —", "LONDON (AP) --": a dateline on a line of its own.
    _rule("dateline", r"[A-Z][\w.,’'() -]{1,50}\s(?:—|–|--)", 60),
    _rule(
        "outlet",
        r"(?:(?:[Ss]pecial (?:to|for) |for |[Ff]or )?(?:the )?(?:USA TODAY(?: (?:NETWORK|Network|Sports|Opinion))?|The Associated Press"
        r"|Associated Press|AP|Reuters|AFP|Bloomberg(?: News)?|CNN(?: Business)?))(?: staff)?",
        60,
    ),
    _rule(
        "player",
        r"(?:loading|please wait|buffering)\s?(?:\.{2,3}|…)?|.{0,40}enable javascript.{0,80}|error loading.{0,60}",
        120,
        _ANY_CASE,
    ),
)

# At a block's start or end: "(Bloomberg) -- Russian …", "… Fitch saysADVERTISEMENT".
_AT_START = re.compile(
    r"\((?P<publisher>[A-Z][\w.& ]{1,30})\)\s?(?:--|—|–)\s?|ADVERTISEMENT(?=\W|[A-Z][a-z])\s?"
)
_AT_END = re.compile(r"(?<=[a-z.!?”\"’)])\s?ADVERTISEMENT")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A block without the marks at its ends."""

    text: str
    at_start: str = ""
    at_end: str = ""


def leftover_kind(text: str) -> str | None:
    """What kind of leftover a block is; None where it is none."""
    for rule in LEFTOVERS:
        if len(text) <= rule.longest and rule.pattern.fullmatch(text):
            return rule.name
    return None


def trim(text: str) -> Trimmed:
    """Take the marks off a block's ends."""
    start, end = 0, len(text)
    while mark := _AT_START.match(text, start, end):
        start = mark.end()
    while text.endswith("ADVERTISEMENT", start, end) and (marks := list(_AT_END.finditer(text, start, end))):
        if marks[-1].end() != end:
            break
        end = marks[-1].start()
    return Trimmed(text[start:end].strip(), text[:start], text[end:])
