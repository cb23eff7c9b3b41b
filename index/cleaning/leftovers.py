"""Used by cleaning: what a news page leaves in an article's text, as a table of shapes.

A rule fits a whole block, never words in the middle of one, and each has a greatest length, for
leftovers are short and prose is not. The evidence: what each rule took out of the 9,000 pages of CNN,
USA Today and The Week in news-dev and news-scale, of which 600 blocks were read. Where a shape could
be prose as well, the block stays.
"""

import re
from dataclasses import dataclass

_NETWORK = (
    r"(?:Twitter|X|Facebook|Instagram|TikTok|Threads|Bluesky|YouTube|WhatsApp|LinkedIn|Telegram|Flipboard)"
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A kind of leftover: a block of at most `longest` characters that one of the shapes fits wholly.

    `needs` are words one of which is in every such block: a cheap test before the dear one.
    """

    kind: str
    pattern: re.Pattern[str]
    longest: int
    needs: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether a block is of this kind."""
        if len(text) > self.longest:
            return False
        for word in self.needs:  # a loop: half a million times a build, any() takes twice as long
            if word in text:
                break
        else:
            if self.needs:
                return False
        return self.pattern.fullmatch(text) is not None


def _rule(
    kind: str, longest: int, *shapes: str, any_case: bool = False, needs: tuple[str, ...] = ()
) -> Leftover:
    flags = re.IGNORECASE if any_case else re.NOFLAG
    return Leftover(kind, re.compile(rf"\A(?:{'|'.join(shapes)})", flags), longest, needs)


# The label of a link and the headline of its story, run together: "Sad news:Actor dies at 54". Of 280
# such blocks read, 277 were links. The rest were lists that had lost a space; those name a datum.
_DATUM = (
    r"(?:when|where|who|what|price|cost|hours|phone|date|time|location|address|website|info|details|models?)"
)
_RUN_TOGETHER = (
    rf"(?!(?i:{_DATUM})\b|.{{0,60}}\b(?:affected|recalled|included):)"
    r"[^\s:.?!“_<>={}/\\][^:.\n“_<>={}/\\]{2,75}\??:(?=[^\s\d/:)])(?=\S+\s\S+\s\S).*"
)

_WITH_HELP = r"With (?:additional )?(?:assistance|help|reporting|contributions?|files) (?:from|by)"
_NAMED = r"(?:[A-Z][\w.’'-]*|and|of|in|the|at)"  # a word of a list of names; a sentence has others too

LEFTOVERS: tuple[Leftover, ...] = (
    _rule("divider", 200, r"[\W_]+"),
    _rule(
        "share",
        150,
        r"(?:(?:pls|please|kindly) )?(?:share|email|print|save|tweet|bookmark) (?:this|our)"
        rf"(?: (?:post|article|story|page|news|with your friends|(?:on|via) {_NETWORK}))*[.!]?",
        rf"share(?: (?:on|via|to) (?:{_NETWORK}|email))?",
        r"(?:copy (?:this url|link|url)|link copied|click to (?:share|tweet|email|print))\b.{0,80}",
        any_case=True,
    ),
    _rule(
        "listen",
        120,
        r"listen to (?:this )?(?:article|story|post)(?: ?[-–—(\d].{0,30})?",
        r"(?:play|listen) (?:audio|now)",
        r"(?:audio|video) player",
        r"now playing.{0,80}",
        r"your browser does not support the .{1,20} element\.?",
        r"(?:loading|please wait|buffering) ?(?:\.{2,3}|…)?",
        r".{0,40}enable javascript.{0,80}",
        any_case=True,
    ),
    _rule(
        "advertisement",
        60,
        r"(?:advertisement|advert|ads?|sponsored(?: (?:content|post|links?))?)\.?",
        r"promoted (?:content|stories|links)",
        r"(?:story|article) continues (?:below|after) (?:this )?(?:advertisement|ad)\.?",
        r"(?:skip|report this|hide) ad|(?:video )?ad feedback",
        any_case=True,
    ),
    # CNN's player: "Video Ad Feedback TITLE 02:13 - Source: CNN".
    _rule("video", 400, r"Video Ad Feedback .*", r".{1,200} \d\d?:\d\d - Source: .{1,40}", r"Video: .*"),
    _rule(
        "embedded post",
        200,
        rf"view (?:this|more) (?:post |posts |content )?on {_NETWORK}",
        r"view this post|a post shared by .{1,120}",
        r"this (?:content|post|video) (?:is not|isn[’']t) available.{0,80}",
        any_case=True,
    ),
    # A prompt in capitals stands before a headline as it is; one in small letters only with a colon.
    # Neither ends with the full stop of a sentence.
    _rule(
        "another story",
        220,
        r"(?:READ ALSO|ALSO READ|READ NEXT|READ MORE|READ|SEE ALSO|ALSO SEE|DON[’']T MISS|UP NEXT|MORE NEWS"
        r"|RELATED(?: (?:STORY|STORIES|ARTICLES?|NEWS|CONTENT|COVERAGE))?|RECOMMENDED|MORE FROM .{2,40}"
        r"|YOU (?:MAY|MIGHT) (?:ALSO )?LIKE|WATCH NOW)(?: ?[:|>»–—-]| (?=[\W\d]*[A-Z]))(?:.*[^.])?",
        r"(?:Read also|Also read|Read next|Read more|Read(?: this)?|See also|Don[’']t miss|Up next"
        r"|Related(?: (?:story|stories|articles?|news|content|coverage|reading|video))?"
        r"|Recommended(?: for you)?|You (?:may|might) (?:also )?like|Watch(?: now| this)?|WATCH|Check out"
        r"|More(?: (?:on|from|about) .{2,50})?|More (?:stories|news|coverage)|MORE(?: ON .{2,50})?"
        r"|Fact check|FACT CHECK|Opinion|OPINION|Live updates|LIVE UPDATES|Live Leaderboard"
        r"|Follow every game|In pictures|IN PICTURES|Photos|PHOTOS|Gallery|Graphics?|Podcasts?)"
        r" ?:(?:.*[^.])?",
    ),
    _rule("another story", 220, _RUN_TOGETHER, needs=(":",)),
    _rule(
        "another story",
        200,
        r"(?:read|see|show|load|view) (?:more|all|less)(?: (?:stories|articles|news|comments|photos))?",
        r"(?:related|recommended|more|other|top|latest|trending|popular|most read|most popular|featured)"
        r" (?:stories|articles|posts|news|reads|videos|headlines|links|topics)(?: for you)?:?",
        r"(?:continue|keep) reading.{0,60}",
        r"read (?:the )?full (?:story|article|report).{0,40}",
        r"(?:for (?:the|our) full story, )?click here(?: (?:to|for) .{1,120})?\.?",
        r"for more, (?:click|visit|go to) .{1,100}",
        r"more stories like this are available .{1,60}",
        r"back to top|skip to (?:main )?content",
        any_case=True,
    ),
    _rule(
        "previous and next",
        260,
        r"(?:Previous|Next|PREVIOUS|NEXT|Prev) ?(?:[Aa]rticle|[Pp]ost|[Ss]tory|ARTICLE|POST|STORY)"
        r"(?: ?[:→←»«].*| ?(?=[\W\d]*[A-Z]).*[^.]|)",
    ),
    _rule(
        "newsletter",
        420,
        r"(?:.{0,120}[:?!.] ?)?(?:Sign up|Subscribe|Register|Join|Get (?:the|our|CNN|USA TODAY|more))\b"
        r".{0,260}\b(?:newsletters?|inbox|email alerts?|print edition)\b.{0,200}",
        r".{0,160}\b[Nn]ewsletter ?(?:Sign up|Subscribe)\b.{0,200}",
        r"(?:Want|Would you like|Looking for|Enjoying|Like)\b.{1,120}\bnewsletter\b[^.]{0,60}\?.{0,200}",
        r"The [A-Z]\w+(?: \w+)? newsletter provides you .{1,150}",
        r"Thank you for supporting our journalism\..{0,200}",
        needs=("ewsletter", "inbox", "lert", "print edition", "journalism"),
    ),
    _rule(
        "privacy notice",
        900,
        r"We will use the (?:details|information) you have shared .*",
        r"You agree to the processing.*",
        r"If you wish to object to the use of your data .*",
        r"[‘'“\"]We[’'”\"] includes .{1,120}",
        r"(?:We|This (?:site|website)) uses? cookies.*",
        r"By (?:signing up|subscribing|clicking|continuing),? .{0,40}you agree .*",
        needs=("We", "ou ", "This"),
    ),
    _rule(
        "affiliate notice",
        420,
        r".{0,200}\b(?:may earn|earns?)\b.{0,60}\bcommission\b.{0,200}",
        r"Prices were accurate at the time .{1,120}",
        r"The product experts at .{1,60} have all your shopping needs .*",
        needs=("commission", "Prices", "shopping"),
    ),
    _rule(
        "follow",
        300,
        rf"(?:[A-Z]+: )?(?:You can )?(?:[Ff]ollow|FOLLOW|Like|Find|Join) .{{1,90}} (?:on|at) "
        rf"(?:{_NETWORK}\b|twitter\.com).{{0,150}}",
        needs=("ollow", "FOLLOW", "Like", "Find", "Join"),
    ),
    # The line about the writer at an article's end: a way to reach them is in it.
    _rule(
        "about the writer",
        520,
        r"(?:.{0,330}[.!?”)] )?(?:(?:You can )?(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]mail|[Tt]weet|[Ff]ind) "
        r"(?:him|her|them|me|us|the (?:reporter|author|writer|team))\b"
        r"|(?:Email|E-mail|Twitter|Contact|Reach|Tweet)(?: [A-Z][\w.’'-]+){0,4}(?: at|:| on))"
        rf".{{0,160}}(?:@\w|{_NETWORK}\b).{{0,120}}",
        r"(?:[A-Z][\w.’'-]+ ){1,4}can be reached (?:at|on|by) .{1,250}",
        needs=("@", "can be reached", "Twitter", "Facebook", " X", "Instagram"),
    ),
    _rule(
        "contributors",
        420,
        rf"[-–—]+ ?{_WITH_HELP} .{{1,300}}",
        rf"{_WITH_HELP} {_NAMED}(?:[,;]? {_NAMED})*",
        r"Contributing(?: (?:writers?|reporters?|editors?))? ?:.*",
        r".{1,300} (?:also )?contributed (?:reporting )?to this (?:report|story|article|piece|post)\.?",
        r"(?:Additional )?(?:Reporting|Editing|Writing) by .{1,200}",
        r"From (?:USA TODAY(?: Network)?|AP|Associated Press|wire|staff) and (?:staff|wire|other)"
        r" (?:and wire )?reports\.?",
        r"(?:From )?(?:[Ss]taff|[Ww]ire|[Ss]taff and wire) reports?",
        needs=("With", "ontribut", "Reporting", "Editing", "Writing", "report"),
    ),
    _rule(
        "first published",
        420,
        r"Read the original (?:article|story|post) (?:on|at|in) .{1,60}",
        r"This (?:article|story|post|piece|column) (?:was )?(?:first|originally|previously) "
        r"(?:appeared|published|ran) (?:on|in|at|by) .{1,150}",
        r"(?:[A-Z].{0,20}[Nn]ote: )?A version of this (?:article|story|post) (?:first )?appear(?:s|ed) in .*",
        r"This (?:story|article) (?:has been|was) updated(?: (?:with|to (?:include|add)) "
        r"(?:additional|more|new) (?:details|information|developments|context))?\.?",
        needs=("original", "This", "version"),
    ),
    _rule(
        "copyright",
        320,
        r"(?:©|\(c\) |Copyright\b).{0,200}",
        r".{0,200}\bAll [Rr]ights [Rr]eserved\b.{0,120}",
        r"This material may not be published, broadcast, rewritten.{0,80}",
        needs=("©", "(c)", "Copyright", "eserved", "material"),
    ),
    _rule(
        "picture credit",
        140,
        r"(?:Photo|Image|Picture|Video|Illustration|Graphic)s?(?: credits?| by| courtesy(?: of)?): ?.*",
    ),
    # "CNN —", "New York CNN Business —", "LINDAU (AP) --": a dateline on a line of its own.
    _rule("dateline", 60, r"[A-Z][\w.,’'() -]{1,50} (?:—|–|--)"),
    _rule(
        "outlet",
        60,
        r"(?:[Ss]pecial (?:to|for) |[Ff]or )?(?:the )?(?:USA TODAY(?: (?:NETWORK|Network|Sports|Opinion))?"
        r"|The Associated Press|Associated Press|AP|Reuters|AFP|Bloomberg(?: News)?|CNN(?: Business)?)"
        r"(?: staff)?",
    ),
)


def leftover_kind(text: str) -> str | None:
    """What kind of leftover a block is; None where it is none."""
    length = len(text)  # looked at here, since most blocks are too long for most rules
    return next((rule.kind for rule in LEFTOVERS if length <= rule.longest and rule.fits(text)), None)
