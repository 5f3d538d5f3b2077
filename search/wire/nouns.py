"""Nouns and adjectives that give words, thoughts or wishes to someone, by what follows them."""

# "his claim that rain fell", "sure that it did"
_THAT = """
    accusation acknowledgment adamant admission afraid allegation angry announcement argument
    assertion assumption assurance aware belief calculation certain charge claim clear comment
    complaint concern concerned conclusion confidence confident consensus contention conviction
    convinced disappointed doubt doubtful expectation fear feeling glad happy hope hopeful idea
    impression insistence notion observation obvious opinion optimistic perception pledge
    prediction promise proud remark reminder report revelation rumor sad sense shocked skeptical
    sorry speculation statement suggestion sure surprised suspicion theory threat unaware
    unclear unhappy upset view warning worried worry
"""
# "a promise to go", "eager to"
_TO = """
    call commitment decision desire determined eager intention opposed offer plan pledge promise
    proposal refusal reluctance reluctant request threat unwilling vow willing willingness wish
"""
# "a call for rain", "worried about it"
_PREPOSITIONS = {
    "for": """
        admiration appeal argument call contempt criticism demand disdain hope plea praise
        proposal push support
    """,
    "of": """
        account accusation allegation approval condemnation critical criticism critique defense
        denunciation embrace hope mention portrayal rejection supportive suspicion wary
    """,
    "about": """
        angry anxiety anxious comment concern concerned doubt excited fear joke lie nervous
        opinion optimistic outspoken pessimistic question remark skeptical statement upset
        worried worry
    """,
    "on": """comment opinion statement view""",
    "over": """anger concern criticism outrage worry""",
    "at": """anger angry dismay outrage""",
}


# "unclear whether", "no idea who"
_ASKING = "idea obvious question sure unaware uncertain unclear unsure"
QUESTIONS = ("whether", "if", "how", "why", "what", "who", "when", "where", "which")


# they may have a clause without "that"
FEELINGS = frozenset(
    """afraid certain confident convinced glad hopeful sorry sure worried""".split()
)


def _all() -> dict[str, frozenset[str]]:
    nouns: dict[str, frozenset[str]] = {}
    asking = dict.fromkeys(QUESTIONS, _ASKING)
    for follower, table in {"that": _THAT, "to": _TO, **_PREPOSITIONS, **asking}.items():
        for word in table.split():
            plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
            for form in (word, plural):
                nouns[form] = nouns.get(form, frozenset()) | {follower}
    return nouns


# each with the words of which one has to follow
NOUNS = _all()
