"""Used to find conflicts: words of which one denies the other, where nothing else in a sentence differs."""

_PAIRS = """
    allowed forbidden | allowed banned | allowed prohibited | permitted forbidden | permitted banned
    permitted prohibited | legal illegal | lawful unlawful | open closed | open shut | opened closed
    opens closes | reopened closed | rose fell | rise fall | rises falls | rising falling | grew shrank
    grown shrunk | increase decrease | increased decreased | increases decreases | gained lost | gain loss
    won lost | win lose | wins loses | win loss | victory defeat | beat lost | accepted rejected
    accepts rejects | approved rejected | approves rejects | passed failed | passed rejected
    agreed refused | agreed disagreed | confirmed denied | confirms denies | admitted denied
    guilty innocent | convicted acquitted | convicted cleared | alive dead | survived died
    arrested released | jailed freed | safe unsafe | safe dangerous | true false | correct wrong
    possible impossible | certain uncertain | known unknown | valid invalid | free paid | included excluded
    includes excludes | mandatory optional | mandatory voluntary | required optional | compulsory optional
    started ended | begins ends | began ended | started stopped | before after | above below | over under
    more less | more fewer | higher lower | longer shorter | older younger | larger smaller | bigger smaller
    earlier later | first last | most least | maximum minimum | north south | east west | northern southern
    eastern western | left right | male female | day night | morning evening | morning afternoon
    early late | import export | imports exports | imported exported | buys sells | bought sold
    hired fired | joined left | present absent | public private | for against | with without | yes no
    all none | all some | always never | everyone nobody | hot cold | winter summer | spring autumn
"""
_BOTH_WAYS = [entry.split() for line in _PAIRS.strip().splitlines() for entry in line.split("|")]
OPPOSITES = frozenset((one, other) for pair in _BOTH_WAYS for one, other in (pair, pair[::-1]))
