"""Lines that print when a story went out, in the words of many languages, and those of a change."""

import re

from .calendars import write_in_english

# what stands before a day of publication: "Published on", "Veröffentlicht am", "Publié le"
_PUBLISHED = r"""
    (?: (?: first | originally ) \s )? (?: published | posted ) | publi(?:sh|cation) \s date
    | date \s published | created | online \s seit | written | submitted | issued | added
    | geschrieben | verfasst | eingestellt | freigegeben | gepostet | ajoutée? | créée? | rédigée?
    | écrite? | scritt[oa] | inserit[oa] | enviad[oa] | escrit[oa]
    | veröffentlicht(?:ung)? | erschienen | erscheinungs (?: datum | termin | tag ) | erstellt
    | publiziert | veröffentlichungsdatum
    | publiée? | postée? | mise? \s en \s ligne | parue? | publicad[oa] | pubblicat[oa]
    | gepubliceerd | geplaatst | opublikowan[oaey] | data \s publikacji
    | publicera[dt] | publisert | udgivet | offentliggjort | julkaistu | publikováno | megjelent
    | yayın(?:lanma)? (?: \s tarihi )? | опубликован[оа]? | опубліковано
    | дата \s публика(?:ции|ції)
    | نشرت? \s في | تاريخ \s النشر | تاریخ \s انتشار | פורסם | प्रकाशित | เผยแพร่ | ngày \s đăng
    | 发[布表稿] (?: 时间 | 日期 | 于 )? | 發[布佈] (?: 時間 | 日期 )?
    | 公開日? | 掲載日? | 配信 | 投稿日 | 입력 | 등록 | 게재 | 승인
"""
# and what stands before many a day, where a page has it at the head of its story
_DATED = r"""
    date | datum | data | fecha | дата | tarih
    | presse (?: mitteilung | information | meldung ) (?: \s [\d/]{1,9} )? | meldung
    | news | artikel | beitrag | nachricht | eintrag | mitteilung | 日期 | 时间 | 時間 | 日時
"""
_PREPOSITION = r"(?: on | at | am | vom | den | d | le | du | el | em | il | op | dne ) \W{1,3}"
# "6 May 2024", "6. Mai 2024", "May 6, 2024", "06.05.2024", "2024-05-06", "6 de mayo de 2024"
_DATE = r"""
    (?: \d{1,2} [./-] \s? \d{1,2} [./-] \s? (?: \d{4} | \d{2} )
    | \d{4} [.,]? \s [^\W\d_]{3,12} \.? \s \d{1,2}
    | \d{4} [-/.年년] \s? \d{1,2} [-/.月월] \s? \d{1,2} [日일]?
    | \d{1,2} (?: st | nd | rd | th | er | [.º] )? [\s-] (?: (?: de | of ) \s )? [^\W\d_]{3,12}
      [.,]{0,2} [\s-] (?: del? \s )? \d{4}
    | [^\W\d_]{3,12} \.? \s \d{1,2} (?: st | nd | rd | th )? ,? \s \d{4} ) (?! \w )
"""
# "Monday,", "segunda-feira,", "П'ятниця,"
_WEEKDAY = r"[^\W\d_]{1,12} (?: ['’-] [^\W\d_]{2,12} )? [.,]{0,2} \s"
# "18:30 BST, "
_TIME = r"\d{1,2} [:.h] \d\d (?: \s? [ap]\.?m\.? )? (?: \s [A-Z]{1,4} )? \s? [,|·–-]? \s"
_DAY = rf"(?: {_TIME} )? (?: {_PREPOSITION} )? (?: {_WEEKDAY} )? {_DATE}"
# who wrote, between the label and the day: "Geschrieben von ana am 06.05.2024"
_WHO = r"(?: \s (?: by | von | par | por | da ) \s [\w.]{2,20} (?: \s [\w.]{2,20} ){0,2}? )?"
# what stands behind a day of a post: "in Ports", "3 Comments", "Leave a comment"
_BEHIND = r"""
    (?: in | dans | en | em | unter | under ) \s [^\W\d_]
    | (?: (?: \d{1,5} | no | keine? ) \s )? (?: comments? | kommentare? | commentaires? ) (?! \w )
    | (?: leave | write | add ) \s a \s comment | kommentar \s hinterlassen
"""
_AT = r"um | at | à | às | alle | om | kl\.? | klo | godz\.? | o | о | в"
_BY = r"by | von | par | por | door | автор"
_THIS = "this | dieser | cet | est[ae] | quest[oa] | deze | dit"
_FLAGS = re.VERBOSE | re.IGNORECASE
# "Posted on: Monday, 6 May 2024", "06.05.2024 | 13:10 | Ana Reyes", "6 May 2024 by Ana Reyes"
_OPENS = re.compile(
    rf"""
    [([|•·–—-]? \s? (?: (?: {_PUBLISHED} | {_DATED} ) {_WHO} \W{{1,3}} )? {_DAY} \s?
    (?: \.? $ | [-–—|•·,;:/)(\]] | {_BEHIND} | （[月火水木金土日一二三四五六]
    | \s? (?: \d{{1,2}} [:.h時点] \d\d | {_AT} | {_BY} ) (?! [^\W_時点分] )
    | \.? \s? (?: 오전 | 오후 | 上午 | 下午 | 午前 | 午後 ) )
    """,
    _FLAGS,
)
_DAY_FIRST = re.compile(rf"{_DAY} (?= $ | \s )", _FLAGS)
# "Ana Reyes, 6 May 2024", "Porto Vela | 06.05.2024, 13:10", "Press release of 6 May 2024", "By Ana
# Reyes on 6 May 2024"
_ENDS = re.compile(
    rf"""
    (?: [,|•·–—(:/：，｜／-] \s? | \b (?: {_PUBLISHED} | {_DATED} ) \W{{1,3}}
    | ^ (?: {_BY} ) \s .{{3,60}} \s )
    {_DAY}
    (?: \W{{1,3}} (?: (?: {_AT} ) \s )? \d{{1,2}} [:.h] \d\d [\w\s.:]{{0,12}} )?
    (?: \W{{1,3}} \d{{1,3}} \s? min [\w\s]{{0,12}} | \s (?: {_BEHIND} ) .{{0,40}} )? \W{{0,2}} $
    """,
    _FLAGS,
)
# a story's first words: "(6 May 2024) The dam", "06.05.2024 – The dam", "Oslo, 6 May 2024 – The"
_OPENING = re.compile(
    rf"""
    (?: [(\[] \s? (?: [^\W\d_] [^\d(),.!?:]{{1,30}} , \s )? (?P<set> {_DATE} ) \s? [)\]]
    | (?P<bare> {_DATE} ) \s? [–—|:-] \s
    | (?! (?: on | am | le | el | il | em | op ) \s ) [^\W\d_] [^\d(),.!?:]{{1,30}} ,
      \s (?: (?: den | le | the ) \s )? (?P<placed> {_DATE} ) \s?
      (?: [–—-] | \( [^()]{{2,30}} \) \s? [–—-] | /[^/]{{2,20}}/ )
    )
    """,
    _FLAGS,
)
_HAS_LABEL = re.compile(rf"(?: {_PUBLISHED} ) \b | ^ \s* (?: {_THIS} ) \s", _FLAGS)
# at the start of a line, or behind another label's value: "Views: 61 Published: 6 May 2024"; "This
# entry was posted on Monday, May 6th, 2024 at 13:10 and is filed under Ports"
_LABELLED = re.compile(
    rf"""
    (?: (?: ^ | [\d|•·:;] ) \W* (?: {_PUBLISHED} ) {_WHO} \W{{1,3}}
    | ^ (?: {_THIS} ) \s
      (?: entry | post | article | beitrag | artikel | eintrag | billet | entrada | art[ií]culo
      | articolo | bericht ) \s [\w\s]{{2,30}} \s )
    (?P<day> {_DAY} .{{0,40}} )
    """,
    _FLAGS,
)
# "Updated", "Zuletzt geändert", "Stand: 06.05.2024", "Mis à jour", "Actualizado", "Обновлено"
_CHANGED = re.compile(
    r"""
    updat | modif | revis(?!t) | \b edited | aktualisier | geändert | änderung | überarbeitet
    | (?: ^ | [|•·(,–-] ) \s* stand \b | \b à \s jour
    | actualizad | atualizad | aggiornat | bijgewerkt | gewijzigd
    | zaktualiz | aktualiz | güncel | обновл | оновл | изменен[ао] | uppdater | oppdater | opdater
    | päivitetty | تحديث | به‌?روزرسانی | עודכן | עדכון | अपडेट | আপডেট | อัปเดต | อัพเดท | cập \s nhật
    | 更新 | 修改 | 수정 | 업데이트
    """,
    _FLAGS,
)

# classes and ids of what prints a day
_NAMES = re.compile(
    r"(?i)date|time|publi[sc]|posted|stamp|datum|fecha|submitted|meta(?:data)?(?![a-z])"
)


def is_named_for_day(names: str) -> bool:
    """Whether an element's names say that it has a day or a time."""
    return bool(_NAMES.search(names))


def is_date_line(line: str) -> bool:
    """Whether a short line prints a day and what goes with one: its label, a time, who wrote."""
    line = write_in_english(line)
    return bool(_OPENS.match(line) or _ENDS.search(line))


def opens_with_day(line: str) -> bool:
    """Whether a line begins with a full day."""
    return bool(_DAY_FIRST.match(write_in_english(line)))


def has_label(text: str) -> bool:
    """Whether a text has words that may label a day as that of publication."""
    return bool(_HAS_LABEL.search(text))


def find_labelled(line: str) -> str:
    """The day, and the time behind it, that a line says to be that of publication; "" where it
    says so of none."""
    match = _LABELLED.search(write_in_english(line))
    return match["day"] if match else ""


def find_opening(text: str) -> str:
    """The day with which a story opens, in brackets, before a dash or in its dateline, or ""."""
    match = _OPENING.match(write_in_english(text))
    return next(filter(None, match.groups()), "") if match else ""


def tells_change(text: str) -> bool:
    """Whether a text labels a day as that of a change."""
    return bool(_CHANGED.search(text))
