"""Names of authors out of what pages and wires print for a byline."""

import re
from collections.abc import Iterable

from .encoding import one_line

# "By Ana Reyes", "Written by: Ana Reyes", "ByAna Reyes", "Reporting by A. Reyes; Editing by B.
# Cho", "Von Ana Reyes", "Ein Gastbeitrag von Ana Reyes", "Alle Beiträge von Ana Reyes", "Autorin:
# Ana Reyes", "Publié par Ana Reyes", "Escrito por Ana Reyes"
_BY = re.compile(
    r"""
    ^ (?: (?: (?: an? | eine? | une? | una ) \s+ \w+ \s+ )?
          (?: (?: written | reported | reporting | posted | submitted | published | story | words
            | text | analysis | report | photos? \ and \ story | view | see | show | all | more
            | other
            | posts? | articles? | stories | geschrieben | erstellt | veröffentlicht | verfasst
            | eingestellt | artikel | beitrag | beiträge | alle | alles | mehr | weitere | zeige
            | zum | profil | autorenseite | tous | les | publié | écrit | rédigé | proposé | texte
            | (?: blog | gast ) [\s-]? (?: beitrag | post | artikel | kommentar ) | guest
            | kommentar | analyse | interview | reportage | essay | opinion | comment
            | escrito | publicado | texto | todas | las | entradas | scritto | pubblicato
            ) \s+ ){0,4}
          (?: by | por | von | vom | di | par | durch | door | av | af | från ) \b \s* :? \s+
        | (?-i: [Bb]y (?=[A-Z]) )
      )?
      (?: (?: authors? | autor (?: in | en | es | i )? | auteure?s? | autore | verfasser (?: in )?
          | автор ) \b \s* :? \s+
        | (?: words | text | texte | texto | testo ) \s* : \s* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(
    r"""
      (?: by | reporting \s by | written \s by ) \s+ [^\W\d_] .{2,150}
    | from \s (?: our | a | the | (?-i: [A-Z]{2,6} ) ) \s .{0,30}
      \b (?: correspondent | reporter | bureau ) .{0,60}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Reporting by Ana Reyes; Editing by Bo Chen", "By Ana Reyes | Contributions from | Bo Chen", "Text
# von Ana Reyes Fotos von Bo Chen"
_AFTER = re.compile(
    r"(?i)[;.|]\s+(?:editing|additional|writing|contributions?)\b"
    r"|\s(?:illustration(?:en|s)?|fotos?|photos?|photograph(?:s|y)?|bilder|fotografie)\s?"
    r"(?::|\s(?:by|von|par|de|di|por)\b)"
)
# behind a dash stands where or for whom they write: "Ana Reyes, Bo Chen - Harbour Wire"
_DASH = re.compile(r"\s[–—-]\s")
# "Ana Reyes am 6. Mai 2024 um 18:30"
_WHEN = re.compile(r"\s(?:am|on|um|at|le|el|il|op)\s(?:.{1,20}\s)?\d.*$")
_BETWEEN = re.compile(
    r"""
      \s* [,;|•·/\n] \s*
    | \s+ (?: and | & | with | y | und | et | im \s gespräch \s mit ) \s+ (?: by \s+ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# words that stand in a role or an organisation and in nobody's name
_NO_NAME = frozenset(
    """news newspaper newsroom reuters associated press staff editor editors editorial agency
    agencies team desk correspondent correspondents reporter reporters writer writers contributor
    contributors contributing columnist columnists journalist bureau admin administrator media
    magazine network wire wires services inc ltd llc corp company university institute
    foundation author authors producer photographer publisher editing edited updated published
    posted special freelance senior chief managing analyst politics political business sports
    sport technology tech science health world national international local online digital website
    site web webdesk blog tv radio channel afp tass xinhua upi dpa pti ani kyodo follow share
    email subscribe twitter facebook full bio profile comments follow the our for
    from am pm est edt gmt utc usa today
    redaktion redaktionen redakteur redakteurin chefredaktion chefredakteur autor autoren autorin
    autorenseite artikel beitrag beiträge kommentar kommentare verlag gmbh kg e.v verein stiftung
    universität hochschule institut ministerium agentur nachrichten zeitung quelle foto fotos bild
    photo photos copyright folgen teilen alle mehr
    rédaction agence équipe redacción redação redazione agencia auteur autore
    watch live social links google all more posts post articles article comment stories
    why""".split()
)
# words in small letters that stand in names
_PARTICLES = frozenset(
    """von van der den de del della dello delle dei degli di da das do dos du des la le las los lo
    y e i und zu zur zum vom im am ter ten te bin bint binti ibn al el af av van't 't und of
    ben bar abu ap ab op v d auf aus dem na mac ní uí фон де""".split()
)
# "Chefredakteurin", "Projektleiter", "Online-Experte"
_ROLE = re.compile(
    r"(?i)(?:redakteur|korrespondent|expert|journalist|leiter|sprecher|autor|redaktion)(?:in|e|en)?$"
)
# the last words of newspapers' names
_MASTHEADS = frozenset("times tribune herald gazette chronicle telegraph guardian".split())
# what ends no name: a particle, or the last word of a company's name as it is printed
_NO_LAST = _PARTICLES | frozenset("AG SA SE NV BV SpA AB AS Oy".split())
_NAME = re.compile(r"[^\W\d_][^\d@/:<>{}=_]*$")
_TRAILING = re.compile(
    r"\s*(?:\b[Tt]he\s+[A-Z].*|\([^)]*\)|\[[^\]]*\]|\bin\s+[A-Z].*|\bfor\s+.*|\bat\s+the\s+.*|@\S*)$"
)
# credited in place of a person, and telling nothing
_NOBODY = frozenset(
    """admin administrator author authors byline contributor contributors correspondent desk editor
    editorial editors guest newsroom news online report reporter reporters staff team web webdesk
    webmaster writer writers internacional nacional política economía politik wirtschaft kultur
    sport panorama lokales your a an by for from of our the and user unknown anonymous""".split()
)
# words that a page says to its readers, and that stand in nobody's signature
_SAID = frozenset(
    """by von par por share follow subscribe teilen folgen abonnieren read lesen view zeige website
    profile profil profils contact kontakt email e-mail mail twitter facebook instagram linkedin
    about über comment comments kommentar kommentare permalink link artikel article articles
    beitrag beiträge post posts alle all alles more mehr date datum name login gast guest
    you your why please posted veröffentlicht publié publicado written on am um
    home blog archive archiv print drucken""".split()
)
# "gizzmo", "der Michel", "Herr_Rein", "harbour-wire.example"
_SIGNATURE = re.compile(r"(?=.*[^\W\d_].*[^\W\d_])[^\W_][\w.'’&+-]+(?:\s(?!\d)[\w.'’&+-]+){0,3}")
_LONGEST_SIGNATURE = 40
_CREDIT = re.compile(r"[^\W\d_][^\d@:<>{}=_|/;,]{2,60}")
_EDGES = " –—-.,:;*|\"'→»›«‹…"
# a word of "DENISE LI-O’DWYER" to be written small; initials such as "JD" have no vowel
_CAPITALS = re.compile(r"[^\W\d_]{3,}|[^\W\d_]?[AEIOUY][^\W\d_]?")
_INITIAL = re.compile(r"\s[A-Z]$")
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.?\s+(?=\S+\s+\S)")


def is_byline(text: str) -> bool:
    """Whether this line is one that says who wrote the story: "By Ana Reyes"."""
    return len(text) <= 160 and bool(_BYLINE.fullmatch(text)) and not text.endswith(("?", "!"))


def read_names(text: str) -> tuple[str, ...]:
    """The names in a byline, in order; roles, organisations, addresses and handles left out.

    >>> read_names("By Ana Reyes and B. J. O’Neill, Associated Press Writers")
    ('Ana Reyes', 'B. J. O’Neill')
    """
    pieces = (unique(filter(None, map(_name, parts))) for parts in _parts(text))
    return next(filter(None, pieces), ())


def read_credit(text: str) -> str | None:
    """Who a byline credits where that is no person, as an agency or an institute; None for what
    credits nobody in particular ("Staff writer").

    >>> read_credit("By The Associated Press")
    'The Associated Press'
    """
    name = _BY.sub("", one_line(text).strip(_EDGES)).strip(_EDGES)
    words = {word.strip(".").casefold() for word in name.split()}
    if not _CREDIT.fullmatch(name) or len(name.split()) > 6 or not name[0].isupper():
        return None
    return None if words <= _NOBODY or words & _SAID else name


def read_signature(text: str) -> str | None:
    """Who signs with a single name or a user's name, out of a text that markup says is one; None
    for what names nobody in particular, or says something to the reader.

    >>> read_signature("von gizzmo"), read_signature("admin"), read_signature("More posts")
    ('gizzmo', None, None)
    """
    name = _BY.sub("", _WHEN.sub("", one_line(text).strip(_EDGES))).strip(_EDGES)
    if len(name) > _LONGEST_SIGNATURE or not _SIGNATURE.fullmatch(name):
        return None
    if any(word.islower() and word not in _PARTICLES for word in name.split()[1:]):
        return None
    words = {word.strip(".").casefold() for word in name.split()}
    return None if words <= _NOBODY or words & _SAID else name


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that came before in other letter case."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def _parts(text: str) -> list[list[str]]:
    """The parts of a byline that may be names, of each piece of it between dashes."""
    # what stands after the first byline of "Reporting by X; Editing by Y" is not the author
    first = _AFTER.split(one_line(text)[:500])[0]
    return [_BETWEEN.split(piece) for piece in _DASH.split(_BY.sub("", _WHEN.sub("", first)))]


def _name(part: str) -> str | None:
    """The part as a name, or None where it is a role, an organisation or an address."""
    plain = _TRAILING.sub("", _BY.sub("", part.strip(_EDGES)))
    name = _TITLES.sub("", plain).strip(_EDGES)
    name += "." if _is_shortened(name, part) else ""
    words = name.split()
    if not 1 < len(words) <= 6 or len(name) > 60 or not _NAME.match(name):
        return None
    if any(word.strip(".,").casefold() in _NO_NAME or _ROLE.search(word) for word in words):
        return None
    if words[-1].casefold() in _MASTHEADS or words[-1] in _NO_LAST:
        return None
    if any(word.islower() and word not in _PARTICLES for word in words):
        return None
    if not words[0][0].isupper() and words[0][0].isascii():
        return None
    return _CAPITALS.sub(lambda match: match.group().capitalize(), name) if name.isupper() else name


def _is_shortened(name: str, printed: str) -> bool:
    """Whether a name ends with what has a stop after it: "Jr.", or an initial as printed."""
    return name.endswith((" Jr", " Sr")) or bool(_INITIAL.search(name) and f"{name}." in printed)
