"""Forms: the patterns of a dateline, in every form that the trade prints, for ``opening``.

They look at the first characters of a paragraph alone, so that none takes long.
"""

import re

from .agencies import WIRE_NAME
from .months import DAY_NAME

DASH = r"[-–—‐‑‒―−_]"
# a month before its day ends the place: "JOHANNESBURG May 3"
_MONTH_DAY = (
    r"(?i: (?: jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec ) [a-z]{0,6} \.? \s{1,2} \d )"
)
# "RPT --" and the like may stand before the place, and stars and other marks of a desk
_DESK = rf"""
    [*\s"“=+]{{0,8}}
    (?: (?: RPT | REPEAT | REFILE | CORRECTED | URGENT | LEAD | ADD ) \s* {DASH}{{1,2}} \s* )?
"""
# "MOSCOW" "LA CROSSE, Wis." "GENEVA/KYIV" "Caracas" "MINNEAPOLIS, MINN.," "Puri (Odisha) [India]"
# "SOFIA (Bulgaria), May 3"
_PLACE = rf"""
    (?P<place>
        [^\W\d_]++ (?: (?: \.?[ \n] (?! {_MONTH_DAY} ) | [./'’-] ) [^\W\d_]++ ){{0,6}} \.?
        (?: \s? ,{{1,2}}\s* (?! {DAY_NAME} )
            [^\W\d_]++ (?: (?: \.?[ \n] | [.-] ) [^\W\d_]++ ){{0,3}} \.? ){{0,2}}?
    )
    (?: \s \( (?P<within> [^()\n]{{2,30}} ) \) (?= \s? , \s* (?: {_MONTH_DAY} | \d ) ) )?
    (?: (?: \s \( [^()\n]{{2,30}} \) )? \s \[ (?P<land> [^\[\]\n]{{2,30}} ) \] )?
"""
# "10:15 GMT" "1015 GMT" "10:15 p.m." "9 am"
_TIME = r"""
    (?: \s? ,? \s \d{1,2} (?: [:.]? \d\d )? \s?
        (?: [ap]\.?m\b\.? | GMT | UTC | hrs | hours | [A-Z]{1,3}T ) (?: \s [A-Z]{2,4} )? (?! \w ) )?
"""
# "February 14" "Nov. 3, 2005" "FEb 26" "10 juil 2024" "le 3 mars" "Monday, Feb 3" "March 9th"
# "2O" "April, 13" "2021-05-03" "03/05/2021" "Ramadan 21, 1442, May 3, 2021"
_DAY = rf"""
    (?: [^\W\d_]{{4,12}} (?: [ -][^\W\d_]{{3,10}} )? \s \d{{1,2}}, \s 1[34]\d\d
        (?: \s? AH | \s? H\.? )? ,? \s )?
    (?: (?P<weekday> {DAY_NAME} ) \s* [,.]? \s+ )?
    (?: le \s | el \s )?
    (?: (?P<month> [^\W\d_]{{3,12}} ) \.?,? \s* (?: the \s )?
        (?P<day> \d[\dO]{{0,2}} ) (?: st|nd|rd|th )?
      | (?P<day2> \d{{1,2}} ) (?: st|nd|rd|th|er|\. )? \s+ (?: de \s+ )?
        (?P<month2> [^\W\d_]{{3,12}} ) \.?
      | (?P<figures> \d{{1,2}} (?P<mark> [./-] ) \d{{1,2}} (?P=mark) (?:19|20)\d\d )
      | (?P<iso> (?:19|20)\d\d-\d\d-\d\d ) ) (?! \d )
    (?: \s* ,? \s* (?: de \s+ )? (?P<year> (?:1[89]|20) \d\d ) (?! \d | \s (?:GMT|UTC|hrs) )
        (?: \s* , \s* (?P=year) )? )?
"""
# "(AFP)" "—(AP)" "/TASS/" "(AP/Reuters)" "ANA" "Reuter" "ARMENPRESS." "SANA-" "(Reuters -"
_CREDIT = rf"""
    (?: [(\[] \s* (?P<bracket> [^()\[\]\n]{{2,40}} ) [)\]]
      | {DASH}{{1,2}} \s? \( (?P<apart> [^()\n]{{2,40}} ) \) (?= \s? {DASH} )
      | / \s? (?P<slash> [^/\n]{{2,40}} ) /
      | \(? (?P<bare> {WIRE_NAME} ) \)? (?= \s+ {DASH} | {DASH}{{1,2}} \s )
      | (?P<open> {WIRE_NAME} ) (?= [.:]? \s+ (?: [^\W\d_a-z] | [\"“] ) ) )
"""
# "." "--" " –" ".-" ":" after the credit
_END = rf"""
    (?: \s* [.,]? \s* (?P<dash> {DASH}{{1,3}} (?: [ ]-{{1,2}} )? ) (?= [\s"“'‘*<] | \w | \Z )
      | \s? (?P<colon> : ) (?= \s | \Z )
      | (?(bracket) | (?(slash) | (?(open) | (?!) ) ) ) [.]? (?= \s | \Z | ,\s )
      | (?<= \d ) (?P<stop> [.] ) (?= \s+ (?: [^\W\d_a-z] | [\"“] ) )
      | (?<= \d ) (?P<alone> [ \t]* ) (?= \n[ \t]*\n | \Z ) )
"""
_BREAK = (
    rf"(?: \s* [,.:]{{0,2}} \s* (?: (?<=[\s,]) {DASH} \s+ )? {_DAY} {_TIME} )?"  # "Md, - May 6"
)
OPENING = re.compile(
    rf"{_DESK} {_PLACE} {_BREAK} (?: \s* [,.]? \s* {_CREDIT} )? {_END}", re.VERBOSE
)
# "(Reuters) -" "Nov 7 (Reuters) -" "Jan 4, 2019 (Reuters) –"
PLACELESS = re.compile(
    rf"""
    {_DESK} (?P<printed> (?: {_DAY} {_TIME} \s* ,? \s* )? \( \s* (?P<bracket> [^()\n]{{2,40}} ) \)
        \s* {DASH}{{1,3}} ) (?= \s | \w )
    """,
    re.VERBOSE,
)
# one of these is in every dateline; most headlines, which are looked at too, have none
MAY_END = re.compile(rf"{DASH[:-1]}:/(\d]|{WIRE_NAME}", re.VERBOSE)
# "(ANSA) - " "AGI - " before the place
AGENCY_FIRST = re.compile(
    rf"""
    [*\s]{{0,8}} (?P<credit> \( [^()\n]{{2,40}} \) (?: \s* {DASH}{{1,2}} )?
      | {WIRE_NAME} \s {DASH}{{1,2}} ) \s+
    """,
    re.VERBOSE,
)
# the agency behind the dash, where something ends it too: "ANKARA - Anadolu Agency" "May 3 - TASS."
AGENCY_LAST = re.compile(
    rf"""
    \s? (?P<credit> [A-Z][\w.-]* (?: \s [A-Z][\w-]* ){{0,2}}? )
    (?: [.] (?= \s ) | \s? (?: {DASH}{{1,2}} | / ) (?= \s ) | [ \t]* (?= \n ) )
    """,
    re.VERBOSE,
)
# the day behind the credit: "Phnom Penh (AKP), May 03, 2015 –" "(BUSINESS WIRE)--May 3, 2015--"
DAY_LAST = re.compile(rf"\s? ,? \s? {_DAY} \s? {DASH}{{1,3}} (?= \s | \w )", re.VERBOSE)
# "(Marketwired - May 3, 2015)"
CREDIT_AND_DAY = re.compile(rf"(?P<credit> .{{2,30}}? ) \s {DASH} \s {_DAY}", re.VERBOSE)
