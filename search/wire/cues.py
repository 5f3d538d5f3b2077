"""Cues: the words that give words to someone, and the small words that bound a speaker's name."""

# verbs that take a quotation, "that", or a bare clause ("said he would go")
SAYING = frozenset(
    """said says say told tells tell added adds add wrote writes write stated states tweeted tweets
    noted notes explained explains replied replies argued argues argue insisted insists insist
    claimed claims claim stressed stresses stress emphasized emphasizes emphasised declared declares
    announced announces warned warns warn acknowledged acknowledges admitted admits conceded
    concedes asserted asserts recalled recalls concluded concludes suggested suggests suggest
    predicted predicts promised promises vowed vows pledged pledges believe believes believed think
    thinks thought hope hopes hoped reported reports reiterated reiterates maintained maintains
    contended contends alleged alleges complained complains remarked remarks observed confirmed
    confirms revealed reveals disclosed boasted boasts joked jokes quipped lamented estimated
    estimates indicated mentioned commented responded responds underlined underscored affirmed
    reaffirmed cautioned protested testified speculated speculates assured fears feared expects
    expected""".split()
)
# "…, adding that", "…, saying": the subject is the sentence's own
ADDING = frozenset(
    """saying adding noting telling arguing insisting warning claiming stating explaining declaring
    writing calling describing suggesting stressing emphasizing predicting promising acknowledging
    vowing asserting asking recalling remarking concluding complaining alleging""".split()
)
SUBJECT_PRONOUNS = frozenset("he she they it i we".split())
DETERMINERS = frozenset(
    """the a an his her their its this these those our my one some many several two three four
    most other another both all few no each every any such""".split()
)
AUXILIARIES = frozenset(
    """has have had is are was were be been being will would can could may might must shall should
    do does did 's 'd 've 'll cannot won't can't couldn't wouldn't shouldn't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't hadn't won’t can’t couldn’t wouldn’t shouldn’t don’t
    doesn’t didn’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t""".split()
)
BARRIERS = (
    frozenset(
        """that which who whom whose because while when if but whether although though since unless
        until where how what why so than as or yet not""".split()
    )
    | AUXILIARIES
)
CONJUNCTIONS = frozenset("and but or so yet while as because though although if when".split())
PREPOSITIONS = frozenset(
    """in on at during after before of to via by from with about for over through amid against
    outside inside following under ahead without into""".split()
)
OPENERS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | frozenset(
        """earlier later meanwhile still however instead then now also once yesterday today tomorrow
    asked speaking despite given unlike like until since where whether last this next citing
    separately additionally moreover furthermore finally first second indeed overall""".split()
    )
)
ADVERBS = frozenset(
    """also later then once again still even just never always often recently previously repeatedly
    reportedly already further earlier now since only sometimes meanwhile however
    simply actually too ever today yesterday tuesday monday wednesday thursday friday saturday
    sunday""".split()
)
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight
    earlier later january february march april may june july august september october november
    december""".split()
)
# people without a name who speak in the plural
PLURALS = frozenset(
    """police people media men women critics officials sources witnesses prosecutors
    lawmakers""".split()
)
DASHES = frozenset("- – — --".split())
# finite verbs of all kinds that no rule makes
PAST = frozenset(
    """went came made took got gave became left lost won saw knew began ran fell rose held kept
    brought stood paid met sent spent built led felt said goes comes makes takes gets gives becomes
    seems looks""".split()
)
