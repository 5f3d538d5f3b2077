"""Verbs that give words, thoughts or wishes to someone, by what may follow them.

The tables are of base forms; ``VERBS`` has every form of each.
"""

from typing import NamedTuple

from .inflection import find_forms

# "said (that) rain fell"
_CLAUSE = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer anticipate argue assert
    assume assure attest believe bellow bet blurt boast brag caution charge claim clarify comment
    complain concede conclude concur confess confide confirm contend convince counter cry decide
    declare deduce demur deny disclose discover doubt elaborate emphasize estimate exclaim expect
    explain fear feel find forecast foretell fret gloat gripe grouse guess gush hear highlight
    hint holler hope hypothesize imagine imply indicate infer inform insinuate insist interject
    intimate joke know lament learn maintain marvel moan muse narrate note notify observe opine
    order persuade pledge posit predict proclaim profess promise prophesy propose protest quip
    reaffirm realize reason recall reckon recognize recommend recount reiterate rejoice relay
    remark remember remind repeat reply report respond retort reveal rule say see shout show
    snipe speculate state stipulate stress suggest suppose surmise suspect swear tell testify
    theorize think tweet underline underscore understand vouch vow warn whine whisper wish worry
    write yell
    """.split()
)
# "praised the plan", "called him a friend", "accused him of theft", "urged him to go"
_NOUN = frozenset(
    """
    abhor accuse acknowledge admire admit admonish adore advise advocate analyze announce
    anticipate applaud appreciate articulate ask assail assess attack back bash beg believe
    belittle bemoan berate blame blast boo brand call caricature castigate caution champion
    characterize chastise cheer cherish chide chronicle cite claim clarify commend compare
    compliment concede condemn condone confirm congratulate consider console contemplate
    contradict counsel covet crave credit criticise criticize critique debate debunk declare
    decline decry deem defend demand demonize denigrate denounce deny depict deplore deride
    describe desire despise detail detest disavow disclose discuss dislike dismiss disown
    disparage dispute disregard distrust doubt downgrade downplay dread dream dub echo emphasize
    encourage endorse entreat envisage envision equate eschew estimate exaggerate excoriate
    excuse exhort expect explain express extol favor fear float forecast foresee foretell
    forgive glorify hail hate heckle herald highlight hype idealize identify idolize ignore
    illustrate imagine implore insinuate instruct insult interpret invoke jeer justify label
    lambast lambaste lament lampoon laud like liken list loathe love mention misjudge mock mourn
    mull narrate nickname note oppose order outline overestimate overlook overstate paint pan
    paraphrase pardon parody perceive petition pillory pitch ponder portray post praise predict
    prefer press pressure prize promise propose protest question quote reaffirm reassure rebuff
    rebuke rebut recall recite recognize recommend reconsider recount reference refute regard
    regret reiterate reject relay relish remember renounce repeat report reprimand reprise
    repudiate request resent respect retweet reveal revere review ridicule rip romanticize
    salute satirize savage say scold scorn second-guess show skewer slam slander smear snub
    spurn stigmatize stress sugarcoat suggest support taunt term thank threaten tolerate tout
    trash trivialize trumpet trust tweet underestimate underline underscore understand
    understate unveil upbraid urge value view vilify voice want warn welcome wonder worship
    write
    """.split()
)
# "vowed to go"
_TO = frozenset(
    """
    agree aim ask aspire beg claim decide decline demand desire expect fear hate hesitate hope
    intend like long offer opt plan plead pledge prefer promise propose refuse resolve seek swear
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
    bark begin chant chime conclude continue demonstrate enthuse fire go grumble interrupt intone
    lash laugh mumble mutter put read respond roar scream shoot shriek sigh signal snap stammer
    thunder
    """.split()
)
# after them comes who is told, and then what
_TELLING = frozenset("tell assure remind inform notify convince persuade advise warn ask".split())
# "is said to have gone"
HELD = frozenset(
    "say believe think report expect know allege estimate suspect understand assume tell".split()
)
# "Ek seems to be at sea": so it looks, to whoever writes
SEEMING = frozenset("seem appear".split())
# forms that are nouns, or other words, as often
NOUNLIKE = frozenset(
    """
    address admire answer approach argue attack back bet blame blast boo brand call campaign
    caricature challenge champion charge cheer chronicle claim comment concern console counter
    credit critique cry debate delight demand desire detail dislike dispute distrust document doubt
    dream estimate favor fear focus forecast grouse guess hate herald hope hype insult intimate
    joke judge label lampoon like list love mention moan name nickname note object offer
    order pan parody plan pledge point post praise present press prize project promise proposal
    protest question quip quote react reason reference regret relay remark repeat report request
    respect retort rip rule scorn share shout signal slander smear state support talk tease term
    threat touch trust tweet value view voice vote vow warning welcome whisper wish wonder worry
    yell
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
    bases = (_CLAUSE | _NOUN | _TO | _TELLING | _QUOTE | SEEMING).union(*after.values())
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
