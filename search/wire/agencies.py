"""Agencies: which news agency a credit names.

>>> find_agency("Xinhua"), find_agency("ap"), find_agency("Reuter"), find_agency("Ivanov")
('Xinhua', 'AP', 'Reuters', None)
"""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit


class Agency(NamedTuple):
    """A news agency: its canonical name, home country (ISO), site, and names as printed."""

    name: str
    country: str
    site: str
    printed: tuple[str, ...] = ()


# name | country | site | other names as printed, parted by commas
_TABLE = """
AAP        | AU | aap.com.au          | Australian Associated Press
AFP        | FR | afp.com             | Agence France-Presse, Agence France Presse
AGI        | IT | agi.it              | Agenzia Italia
Agerpres   | RO | agerpres.ro         | Rompres
AKIpress   | KG | akipress.com        |
Anadolu    | TR | aa.com.tr           | Anadolu Agency, AA, Anadolu Ajansi
ANA-MPA    | GR | amna.gr             | ANA, AMNA, Athens News Agency
ANI        | IN | aninews.in          | Asian News International
Andina     | PE | andina.pe           |
ANSA       | IT | ansa.it             |
ANTARA     | ID | antaranews.com      | Antara
ANP        | NL | anp.nl              |
AP         | US | apnews.com          | Associated Press, The Associated Press
APA        | AT | apa.at              | Austria Press Agency
APS        | DZ | aps.dz              | Algeria Press Service
Armenpress | AM | armenpress.am       |
ATA        | AL | ata.gov.al          |
ATS        | CH | keystone-sda.ch     | SDA, Keystone-ATS, Keystone-SDA
Azertac    | AZ | azertag.az          | Azertag
Belga      | BE | belga.be            |
BelTA      | BY | belta.by            |
Bernama    | MY | bernama.com         |
Bloomberg  | US | bloomberg.com       | Bloomberg News
BNS        | LT | bns.lt              | Baltic News Service
BSS        | BD | bssnews.net         | Bangladesh Sangbad Sangstha
BTA        | BG | bta.bg              |
CNA        | TW | cna.com.tw          | Central News Agency, Focus Taiwan
CNS        | CN | chinanews.com.cn    | China News Service
CP         | CA | thecanadianpress.com| Canadian Press, The Canadian Press
CTK        | CZ | ctk.cz              | ČTK, Czech News Agency
dpa        | DE | dpa.com             | dpa-AFX, Deutsche Presse-Agentur
EFE        | ES | efe.com             | Agencia EFE
ELTA       | LT | elta.lt             |
Europa Press | ES | europapress.es    |
Fars       | IR | farsnews.ir         | Fars News Agency, FNA
GNA        | GH | gna.org.gh          | Ghana News Agency
HINA       | HR | hina.hr             |
IANS       | IN | ians.in             | Indo-Asian News Service
INA        | IQ | ina.iq              | Iraqi News Agency
Interfax   | RU | interfax.com        |
Interfax-Ukraine | UA | interfax.com.ua |
IPS        | IT | ipsnews.net         | Inter Press Service
IRNA       | IR | irna.ir             |
ISNA       | IR | isna.ir             |
Itar-Tass  | RU | itar-tass.com       | ITAR-TASS
JANA       | LY |                     |
Jiji       | JP | jiji.com            | Jiji Press, JIJI
KCNA       | KP | kcna.kp             | Korean Central News Agency
KUNA       | KW | kuna.net.kw         | Kuwait News Agency
Kyodo      | JP | english.kyodonews.net | Kyodo News
Lusa       | PT | lusa.pt             |
Maan       | PS | maannews.net        | Ma'an
MAP        | MA | mapnews.ma          | Maghreb Arabe Presse
Mehr       | IR | mehrnews.com        | MNA, Mehr News Agency
MENA       | EG | mena.org.eg         | Middle East News Agency
MTI        | HU | mti.hu              |
NAN        | NG | nannews.ng          | News Agency of Nigeria
NNA        | LB | nna-leb.gov.lb      | National News Agency
Notimex    | MX |                     |
NTB        | NO | ntb.no              |
Official News Agency TAP | TN | tap.info.tn | TAP
PA         | GB | pa.media            | Press Association, PA Media
PAP        | PL | pap.pl              |
Petra      | JO | petra.gov.jo        | Jordan News Agency
PNA        | PH | pna.gov.ph          | Philippine News Agency
Prensa Latina | CU | prensa-latina.cu | PL
PTI        | IN | ptinews.com         | Press Trust of India
Reuters    | GB | reuters.com         | Reuter, Thomson Reuters
RIA Novosti | RU | ria.ru             | RIA, Novosti, RIA-Novosti
Ritzau     | DK | ritzau.dk           |
SANA       | SY | sana.sy             | Syrian Arab News Agency
SAPA       | ZA |                     | Sapa
SPA        | SA | spa.gov.sa          | Saudi Press Agency
Sputnik    | RU | sputniknews.com     |
STA        | SI | sta.si              |
STT        | FI | stt.fi              | STT-Lehtikuva
Tanjug     | RS | tanjug.rs           |
TASS       | RU | tass.com            | Tass
TASR       | SK | tasr.sk             |
Tasnim     | IR | tasnimnews.com      | Tasnim News Agency
Trend      | AZ | trend.az            |
TT         | SE | tt.se               |
Ukrinform  | UA | ukrinform.net       |
UNB        | BD | unb.com.bd          |
UNI        | IN | uniindia.com        | United News of India
UPI        | US | upi.com             | United Press International
UzA        | UZ | uza.uz              |
VNA        | VN | vietnamplus.vn      | Vietnam News Agency
WAFA       | PS | wafa.ps             |
WAM        | AE | wam.ae              | Emirates News Agency
Xinhua     | CN | xinhuanet.com       | XINHUA, Xinhua News Agency, New China News Agency, NCNA
Yonhap     | KR | yna.co.kr           | Yonhap News Agency
""".strip()
_MORE_SITES = {"tass.ru": "TASS", "news.cn": "Xinhua", "ap.org": "AP", "kyodonews.net": "Kyodo"}

_PARTS = re.compile(r"[/,;]|\s(?:and|via)\s|\s?[-–]\s")  # "AP/AFP" "AFP and dpa"
# " Reuter" "REUTERS" "(c) AFP" "© 2014 AFP" "-- Bernama" as the last line of a story
_TRAILER = re.compile(
    r"""
    \n [ \t]* (?: [-–—]{1,2} [ \t]* | (?: ©|\([cC]\)|Copyright ) [ \t]* (?: \d{4} [ \t]+ )? )?
    (?P<credit> [A-Z][\w. -]{1,30} | reuter | dpa ) [ \t]* \Z
    """,
    re.VERBOSE,
)


def _rows() -> list[Agency]:
    rows = []
    for line in _TABLE.splitlines():
        name, country, site, printed = (cell.strip() for cell in line.split("|"))
        others = tuple(other.strip() for other in printed.split(",") if other.strip())
        rows.append(Agency(name, country, site, others))
    return rows


AGENCIES = tuple(_rows())


@cache
def _names() -> dict[str, str]:
    return {p.casefold(): a.name for a in AGENCIES for p in (a.name, *a.printed)}


@cache
def _sites() -> dict[str, str]:
    return {a.site: a.name for a in AGENCIES if a.site} | _MORE_SITES


def _is_slip(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` with one letter left out at its end or two changed places."""
    if len(name) < 6 or not 0 <= len(name) - len(word) <= 1:
        return False
    return name.startswith(word) or (sorted(word) == sorted(name) and word[0] == name[0])


@cache
def find_agency(credit: str) -> str | None:
    """The canonical name of the agency that a credit names; None where the table has none.

    Slips of the keyboard in long names are read through: "Xinhu" is Xinhua.
    """
    word = " ".join(credit.split()).strip(" .,;:()/[]").casefold()
    found = _names().get(word)
    if found or len(word) < 5:
        return found
    slips = {name for printed, name in _names().items() if _is_slip(word, printed)}
    return slips.pop() if len(slips) == 1 else None


def find_known(credit: str) -> str | None:
    """The agency of a credit, the first of several ("AP/AFP"); None where the table has none."""
    parts = (credit, *_PARTS.split(credit))
    return next((name for part in parts if (name := find_agency(part))), None)


def find_credit(credit: str) -> str | None:
    """The agency in a dateline's brackets: its canonical name, or what is printed where the
    table does not know it."""
    return find_known(credit) or " ".join(credit.split()).strip(" .,") or None


def find_trailer(body: str) -> str | None:
    """The agency that the last line of a story credits, alone on its line; None: there is none."""
    match = _TRAILER.search("\n" + body.rstrip()[-48:])
    return find_agency(match["credit"]) if match else None


def find_agency_of_site(url: str | None) -> str | None:
    """The agency whose own site this page stands on."""
    try:
        host = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return None
    return next(
        (_sites()[s] for i in range(len(host)) if (s := ".".join(host[i:])) in _sites()), None
    )
