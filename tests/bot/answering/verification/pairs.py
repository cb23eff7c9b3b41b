"""Quotes and statements of our own about an invented coast, each said to hold or to fall, and why."""

from typing import NamedTuple


class Pair(NamedTuple):
    """One statement under one quote; `kind` is what was done to the quote's words."""

    kind: str
    statement: str
    quote: str


FUND = (
    "The coastal fund will pay about 3 million crowns for the new pier at Lindau, "
    "its head Ilse Varga said on Tuesday."
)
STORM = (
    "At least 12 people were injured on Friday when a storm tore the roof off the "
    "ferry hall in Holm, police said."
)
VOTE = (
    "The council of Lindau voted 9 to 4 on 3 March 2026 to close the fish market, "
    "which had lost money for six years."
)
SHOT = "A warden shot a wild boar near the campsite after it attacked two hikers."
SUED = "Brandt Shipping sued the Harbour Office in May over 6,700 unpaid invoices."
ARREST = "Per Aune was arrested by the coastguard in 2019, but a court released him without charge."
MAY = "The bridge may reopen in October if the tests go well, said the engineer, Mira Solheim."
CLAIM = "Aune allegedly sold the boat to his brother, and prosecutors believe that he hid the money abroad."
PLAN = "Nordhavn plans to build 40 houses on the old airfield, though most residents oppose it."
DENIED = "Solheim denied that the company had failed to inspect the cables."
RISE = "Fares on the Holm line rose by 8% in January, from 50 to 54 crowns, more than on any other line."
SOME = "Some of the islanders never left their homes during the flood, and few had any warning."
RANGE = "The lamp reaches between 19 and 24 miles, and nearly all ships can see it before they pass the reef."
OFFICE = "The Coastal Safety Agency (CSA) has banned fishing within five kilometres of the reef since Monday."
BEFORE = "The crew left the ship before the fire reached the engine room."
HALF = "Half a million visitors came to the festival last year, twice as many as in 2020."
SAID = "“We will not sell the shipyard,” Jørgen Lund told reporters in Århus."

HOLD = [
    Pair("verbatim", STORM, STORM),
    Pair("verbatim", CLAIM, CLAIM),
    Pair("abbreviated", "The coastal fund will pay about 3 million crowns for the new pier at Lindau.", FUND),
    Pair("abbreviated", "The council of Lindau voted 9 to 4 to close the fish market.", VOTE),
    Pair(
        "abbreviated",
        "At least 12 people were injured when a storm tore the roof off the ferry hall in Holm.",
        STORM,
    ),
    Pair(
        "abbreviated",
        "Few of the islanders had any warning.",
        SOME + " Few of the islanders had any warning.",
    ),
    Pair("other words", "All ships can see it.", "All ships are able to see it from the reef."),
    Pair("abbreviated", "Nordhavn plans to build 40 houses on the old airfield.", PLAN),
    Pair("abbreviated", "Fares on the Holm line rose by 8% in January.", RISE),
    Pair(
        "abbreviated",
        "A court released Per Aune without charge.",
        "A court later released Per Aune, 44, without charge.",
    ),
    Pair(
        "reordered",
        "On Tuesday, Ilse Varga said the coastal fund will pay about 3 million crowns for the new pier.",
        FUND,
    ),
    Pair("reordered", "In Holm, at least 12 people were injured on Friday, police said.", STORM),
    Pair("reordered", "In May, Brandt Shipping sued the Harbour Office over 6,700 unpaid invoices.", SUED),
    Pair(
        "reordered",
        "Mira Solheim, the engineer, said the bridge may reopen in October if the tests go well.",
        MAY,
    ),
    Pair(
        "reordered",
        "According to Ilse Varga, the coastal fund will pay about 3 million crowns for the pier.",
        FUND,
    ),
    Pair("passive", "About 3 million crowns will be paid by the coastal fund for the new pier.", FUND),
    Pair("passive", "A wild boar was shot by a warden near the campsite.", SHOT),
    Pair("passive", "The wild boar was shot near the campsite after it attacked two hikers.", SHOT),
    Pair("passive", "The Harbour Office was sued by Brandt Shipping in May.", SUED),
    Pair("active", "The coastguard arrested Per Aune in 2019.", ARREST),
    Pair("synonyms", "Brandt Shipping sued the Harbour Office in May over 6700 unpaid invoices.", SUED),
    Pair("synonyms", "The council of Lindau voted 9 to 4 to shut the fish market.", VOTE),
    Pair(
        "synonyms",
        "A storm tore the roof off the ferry hall in Holm, hurting at least 12 people on Friday.",
        STORM,
    ),
    Pair("synonyms", "Fares on the Holm line increased by 8 per cent in January.", RISE),
    Pair(
        "synonyms",
        "The firm plans to construct 40 homes.",
        "The company plans to build 40 houses. Homes cost 9 crowns.",
    ),
    Pair("numbers", "The coastal fund will pay about 3,000,000 crowns for the new pier at Lindau.", FUND),
    Pair("numbers", "500,000 visitors came to the festival last year.", HALF),
    Pair("numbers", "The council voted nine to four on 3 March 2026 to close the fish market.", VOTE),
    Pair("numbers", "The Agency has banned fishing within 5 km of the reef since Monday.", OFFICE),
    Pair("dates", "The council of Lindau voted on March 3, 2026 to close the fish market.", VOTE),
    Pair("names", "Jorgen Lund told reporters in Arhus: “We will not sell the shipyard.”", SAID),
    Pair("names", "The CSA has banned fishing within five kilometres of the reef.", OFFICE),
    Pair("names", "The Lindau council voted 9 to 4 to close the fish market.", VOTE),
    Pair("names", "Lindau's council voted 9 to 4 to close the fish market.", VOTE),
    Pair("hedges", "The bridge could reopen in October if the tests go well.", MAY),
    Pair("hedges", "Aune allegedly sold the boat to his brother.", CLAIM),
    Pair(
        "hedges",
        "Prosecutors believe that Aune hid the money abroad.",
        "Prosecutors believe that Aune hid the money abroad.",
    ),
    Pair("negations", "Some of the islanders never left their homes during the flood.", SOME),
    Pair("negations", "Solheim denied that the company had failed to inspect the cables.", DENIED),
    Pair("negations", "Jørgen Lund said they won't sell the shipyard.", SAID + " Lund said so."),
    Pair("time", "The crew left the ship before the fire reached the engine room.", BEFORE),
    Pair("time", "Before the fire reached the engine room, the crew left the ship.", BEFORE),
]

FALL = [
    Pair("negation", "All ships can see it.", "All ships are unable to see it from the reef."),
    Pair("negation", "Ships are unable to see it.", "All ships are able to see it from the reef."),
    Pair("number", "The coastal fund will pay about 4 million crowns for the new pier at Lindau.", FUND),
    Pair("number", "The council of Lindau voted 4 to 9 to close the fish market.", VOTE),
    Pair("number", "Fares on the Holm line rose by 54% in January.", RISE),
    Pair("number", "At least two people were injured on Friday.", STORM),
    Pair("number", "Half a million visitors came to the festival in 2020.", HALF),
    Pair("number", "5 million visitors came to the festival last year.", HALF),
    Pair("unit", "The coastal fund will pay about 3 billion crowns for the new pier.", FUND),
    Pair("unit", "The lamp reaches between 19 and 24 kilometres.", RANGE),
    Pair("unit", "Fares on the Holm line rose by 8 crowns in January.", RISE),
    Pair("unit", "Fares on the Holm line rose by 8 percentage points in January.", RISE),
    Pair("unit", "The CSA has banned fishing within five miles of the reef.", OFFICE),
    Pair("amount", "The coastal fund will pay 3 million crowns for the new pier at Lindau.", FUND),
    Pair("amount", "12 people were injured on Friday.", STORM),
    Pair("amount", "Up to 12 people were injured on Friday.", STORM),
    Pair("amount", "The coastal fund will pay more than 3 million crowns for the new pier.", FUND),
    Pair("date", "At least 12 people were injured on Thursday.", STORM),
    Pair("date", "The council of Lindau voted 9 to 4 on 3 May 2026 to close the fish market.", VOTE),
    Pair("date", "The council of Lindau voted 9 to 4 on 4 March 2026 to close the fish market.", VOTE),
    Pair("date", "Per Aune was arrested by the coastguard in 2018.", ARREST),
    Pair("date", "Half a million visitors came to the festival this year.", HALF),
    Pair("date", "Half a million visitors came to the festival next year.", HALF),
    Pair("name", "Brandt Shipping sued the Ferry Office in May.", SUED),
    Pair("name", "The council of Holm voted 9 to 4 to close the fish market.", VOTE),
    Pair("name", "Mira Varga said the bridge may reopen in October if the tests go well.", MAY),
    Pair("name", "Jørgen Lindt told reporters in Århus: “We will not sell the shipyard.”", SAID),
    Pair("who to whom", "The Harbour Office sued Brandt Shipping in May.", SUED),
    Pair("who to whom", "A wild boar shot a warden near the campsite.", SHOT),
    Pair("who to whom", "Two hikers attacked a wild boar.", SHOT),
    Pair("who to whom", "Brandt Shipping was sued by the Harbour Office in May.", SUED),
    Pair("who to whom", "Brandt Shipping was sued in May.", SUED),
    Pair("who to whom", "Per Aune arrested the coastguard in 2019.", ARREST),
    Pair("who to whom", "Aune's brother allegedly sold the boat to Aune.", CLAIM),
    Pair("negation", "Some of the islanders left their homes during the flood.", SOME),
    Pair("negation", "“We will sell the shipyard,” Jørgen Lund told reporters.", SAID),
    Pair("negation", "The company had failed to inspect the cables.", DENIED),
    Pair("negation", "Solheim denied that the company had inspected the cables.", DENIED),
    Pair("negation", "A court released Per Aune with charge.", ARREST),
    Pair("negation", "The coastal fund will not pay about 3 million crowns for the new pier.", FUND),
    Pair("negation", "Nordhavn never plans to build 40 houses on the old airfield.", PLAN),
    Pair("negation", "Die Brücke wird im Oktober geöffnet.", "Die Brücke wird im Oktober nicht geöffnet."),
    Pair("quantifier", "All of the islanders never left their homes during the flood.", SOME),
    Pair("quantifier", "All residents oppose it.", PLAN),
    Pair("quantifier", "Residents oppose it.", PLAN),
    Pair("quantifier", "All ships can see it before they pass the reef.", RANGE),
    Pair("quantifier", "Most had any warning.", SOME),
    Pair("hedge", "The bridge will reopen in October if the tests go well.", MAY),
    Pair("hedge", "The bridge may reopen in October.", MAY),
    Pair("hedge", "Aune sold the boat to his brother.", CLAIM),
    Pair("hedge", "Aune hid the money abroad.", CLAIM),
    Pair("hedge", "Nordhavn will build 40 houses on the old airfield.", PLAN),
    Pair("hedge", "Nordhavn built 40 houses on the old airfield.", PLAN),
    Pair("direction", "Fares on the Holm line fell by 8% in January.", RISE),
    Pair("direction", "Fares on the Holm line rose by 8% in January, from 54 to 50 crowns.", RISE),
    Pair("direction", "Fares on the Holm line rose less than on any other line.", RISE),
    Pair("direction", "The crew left the ship after the fire reached the engine room.", BEFORE),
    Pair("direction", "The fire reached the engine room before the crew left the ship.", BEFORE),
    Pair(
        "direction", "Half a million visitors came to the festival last year, half as many as in 2020.", HALF
    ),
    Pair("source", "The coastal fund will pay about 3 million crowns for the new pier at Lindau.", VOTE),
    Pair("source", "Per Aune was arrested by the coastguard in 2019.", CLAIM),
    Pair("added", "Brandt Shipping sued the Harbour Office in May over 6,700 forged invoices.", SUED),
    Pair("added", "The fish market, which had lost money for six years, was popular.", VOTE),
    Pair("question", "The bridge is safe.", "Is the bridge safe? Nobody knows."),
    Pair("nothing", "…", SUED),
    Pair("nothing", "It is so.", SUED),
]
