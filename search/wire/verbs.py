"""Verbs that give words, thoughts or wishes to someone, by what may follow them.

The tables are of base forms; ``VERBS`` has every form of each.
"""

from typing import NamedTuple

from .inflection import find_forms

# "said (that) rain fell"
_CLAUSE = frozenset(
    """
    reason snipe
    acknowledge add admit advise affirm agree allege announce answer anticipate argue assert
    assume assure attest believe bet boast brag caution charge claim comment complain concede
    conclude concur confess confirm contend convince counter cry decide declare demur deny
    disclose discover doubt emphasize estimate exclaim expect explain fear feel find forecast
    fret gripe guess gush hear highlight hint hope imagine imply indicate inform insist
    interject joke know lament learn maintain marvel muse note notify observe opine order
    persuade pledge posit predict proclaim profess promise propose protest quip reaffirm
    realize recall reckon recognize recommend recount reiterate remark remember remind repeat
    reply report respond retort reveal rule say see shout show speculate state stipulate stress
    suggest suppose suspect swear tell testify theorize think tweet underline underscore
    understand vouch vow warn whisper wish worry write yell
    """.split()
)
# "praised the plan", "called him a friend", "accused him of theft", "urged him to go"
_NOUN = frozenset(
    """
    accuse acknowledge admire admit admonish adore advise advocate analyze announce anticipate
    applaud appreciate articulate ask assail assess attack back bash beg believe belittle
    bemoan blame blast boo brand call castigate caution champion characterize chastise cheer
    chide cite claim commend compare compliment concede condemn condone confirm congratulate
    consider contemplate contradict counsel covet crave credit criticise criticize debate
    debunk declare decline decry deem defend demand demonize denigrate denounce deny depict
    deplore deride describe desire despise disavow disclose discuss dislike dismiss disown
    disparage dispute distrust doubt downplay dread dream dub echo emphasize endorse envisage
    envision equate estimate excoriate excuse exhort expect explain express extol favor fear
    forecast foresee forgive hail hate heckle herald highlight idolize ignore illustrate
    imagine implore instruct insult interpret invoke jeer justify label lament lampoon laud
    like liken loathe love mention mock mourn mull note oppose order outline overlook pan
    pardon perceive pillory ponder portray post praise predict prefer prize promise propose
    protest question quote reaffirm rebuff rebuke rebut recall recite recognize recommend
    reconsider recount reference refute regret reiterate reject relish remember repeat report
    reprimand reprise repudiate resent respect retweet reveal revere ridicule rip salute savage
    say scold second-guess show skewer slam slander smear snub spurn stress suggest support
    taunt thank threaten tolerate tout trash trust tweet underline underscore understand urge
    value view vilify voice want warn welcome wonder worship write
    """.split()
)
# "vowed to go"
_TO = frozenset(
    """
    agree aim ask aspire beg claim decide decline demand desire expect fear hate hesitate hope
    intend long offer opt plan plead pledge prefer promise propose refuse resolve seek swear
    threaten volunteer vow want wish yearn
    """.split()
)
# "called for rain", "spoke of rain"
_PREPOSITIONS = {
    "for": """
        advocate apologize argue ask call campaign clamor hope lobby long plan plead press root
        vouch wish yearn
    """,
    "of": """
        accuse approve boast brag complain conceive disapprove dream hear know learn speak talk
        think warn remind inform
    """,
    "about": """
        argue ask boast brag care comment complain feel fret gripe hear inquire joke know learn
        lecture lie muse rant rave read reminisce speak talk testify think tweet warn wonder
        worry write
    """,
    "on": """agree call comment dwell elaborate expound harp insist opine reflect touch""",
    "to": """allude confess object point react refer respond testify""",
    "with": """agree disagree empathize side sympathize""",
    "at": """bristle hint laugh scoff sneer fire lash snap""",
    "against": """advise argue caution inveigh protest rail speak warn""",
    "in": """believe delight""",
    "over": """agonize complain fret worry""",
}
# these have no such sense but with a quotation
_QUOTE = frozenset(
    """
    bark begin chant chime conclude continue demonstrate fire go lash laugh put read respond
    roar shoot sigh signal snap thunder
    """.split()
)
# after them comes who is told, and then what
_TELLING = frozenset("tell assure remind inform notify convince persuade advise warn ask".split())
# "is said to have gone"
HELD = frozenset(
    "say believe think report expect know allege estimate suspect understand assume tell".split()
)
# forms that are nouns, or other words, as often
NOUNLIKE = frozenset(
    """
    reason
    address admire answer approach argue attack back bet blame blast boo brand call campaign
    challenge champion charge cheer claim comment concern counter credit cry debate delight
    demand desire dislike dispute distrust document doubt dream estimate favor fear focus
    forecast guess hate herald hope insult joke judge label lampoon like list love mention name
    need note object offer order pan plan pledge point post praise present press prize project
    promise proposal protest question quip quote react reference regret remark repeat report
    request respect retort rip rule share shout signal slander smear state support talk tease
    threat touch trust tweet value view voice vote vow warning welcome whisper wish wonder
    worry yell
    """.split()
)


class Verb(NamedTuple):
    """A form of a verb, and what may follow it: a clause without "that", a thing, an infinitive,
    some prepositions; ``telling`` if first comes who is told."""

    base: str
    form: str
    clause: bool
    noun: bool
    to: bool
    prepositions: frozenset[str]
    telling: bool


NO_VERB = Verb("", "", False, False, False, frozenset(), False)


def _all() -> dict[str, Verb]:
    after = {word: frozenset(table.split()) for word, table in _PREPOSITIONS.items()}
    bases = (_CLAUSE | _NOUN | _TO | _TELLING | _QUOTE).union(*after.values())
    verbs: dict[str, Verb] = {}
    for base in sorted(bases):
        prepositions = frozenset(word for word, table in after.items() if base in table)
        may = base in _CLAUSE, base in _NOUN, base in _TO, prepositions, base in _TELLING
        for word, form in find_forms(base):
            verbs[word] = Verb(base, form, *may)
    return verbs


VERBS = _all()
NOUNLIKE_S = frozenset(
    word for word, verb in VERBS.items() if verb.form == "s" and verb.base in NOUNLIKE
)
