"""Titles: the words before a name that say what someone is."""

from typing import Literal

from .alternatives import any_of

Gender = Literal["male", "female"]

TITLES = frozenset(
    """president vice prime foreign deputy minister premier chancellor secretary general secretary-
    general senator sen rep gov governor mayor king queen prince princess pope sheikh sultan
    emir ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chairperson
    chair chief head director leader commissioner judge justice attorney lawyer prosecutor
    clerk engineer teacher driver farmer lawmaker professor prof dr doctor lt lieutenant col
    colonel major maj capt captain sgt sergeant adm admiral commander congressman
    congresswoman congressmember representative councilor coach manager economist analyst strategist
    candidate nominee adviser advisor aide officer official executive ceo cfo coo founder
    co-founder editor columnist reporter author actor actress singer rapper comedian host
    speaker whip counsel inspector superintendent sir lord lady dame baroness imam rabbi
    bishop archbishop cardinal rev reverend father sister brother former acting interim
    first senior top finance defense defence interior health education trade labour labor
    home shadow economy energy transport environment agriculture culture opposition treasury
    affairs state staff negotiator trustee activist researcher scientist undersecretary
    under-secretary assistant mp mep councillor councilman councilwoman businessman
    businesswoman billionaire diplomat veteran writer director- general midfielder striker
    defender goalkeeper teammate""".split()
)
HONORIFICS: dict[str, Gender] = {
    "mr": "male",
    "messrs": "male",
    "mrs": "female",
    "ms": "female",
    "miss": "female",
    "mme": "female",
}
TITLE_WORD = any_of(TITLES) + r"\.?"


def plain(word: str) -> str:
    return word.rstrip(".,").lower()


def is_title(word: str) -> bool:
    low = plain(word)
    if low in TITLES or low in HONORIFICS:
        return True
    parts = low.split("-")  # "secretary-general"
    return len(parts) > 1 and TITLES.issuperset(parts)
