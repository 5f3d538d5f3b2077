"""Days in other scripts and calendars, written as English ones: what reads moments reads them then.

Months have their names in Arabic (as Cairo, Beirut and Rabat print them), Persian, Urdu, Hebrew,
Hindi, Bengali and Thai. The years are turned into common ones: Thailand counts 543 more, Japan
within an emperor's reign, Iran and Afghanistan by the sun from March to March.
"""

import datetime as dt
import re
import unicodedata
from functools import cache

_NAMES = (
    "يناير جانفي كانون‌الثاني ژانویه جنوری ינואר जनवरी জানুয়ারি มกราคม ม.ค.",
    "فبراير فيفري شباط فوریه فروری פברואר फरवरी फ़रवरी ফেব্রুয়ারি กุมภาพันธ์ ก.พ.",
    "مارس آذار مارچ מרץ मार्च মার্চ มีนาคม มี.ค.",
    "أبريل إبريل ابريل أفريل نيسان آوریل اپریل אפריל अप्रैल এপ্রিল เมษายน เม.ย.",
    "مايو ماي أيار مه مئی מאי मई মে พฤษภาคม พ.ค.",
    "يونيو جوان حزيران ژوئن جون יוני जून জুন มิถุนายน มิ.ย.",
    "يوليو جويلية تموز ژوئیه جولائی יולי जुलाई জুলাই กรกฎาคม ก.ค.",
    "أغسطس اغسطس أوت آب اوت اگست אוגוסט अगस्त আগস্ট สิงหาคม ส.ค.",
    "سبتمبر شتنبر أيلول سپتامبر ستمبر ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน ก.ย.",
    "أكتوبر اكتوبر تشرين‌الأول اکتبر اکتوبر אוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม ต.ค.",
    "نوفمبر نونبر تشرين‌الثاني نوامبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พ.ย.",
    "ديسمبر دجنبر كانون‌الأول دسامبر دسمبر דצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม ธ.ค.",
)
_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SOLAR = """فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند""".split()
# the first year of each reign, less one
_REIGNS = {"令和": 2018, "平成": 1988, "昭和": 1925}
# "06:30 م", "오후 6:30", "下午6:30"
_HALF_AFTER = re.compile(r"(?<=\d)\s?([صم])(?!\w)")
_HALF_BEFORE = re.compile(r"(오전|오후|上午|下午|午前|午後)\s?(\d{1,2}:\d\d(?::\d\d)?)")
_AFTERNOON = frozenset("م 오후 下午 午後".split())
# scripts that have what is read here, a reign, and Vietnam's way to say it
_OTHER = re.compile(
    r"[\u0590-\u0e7f]|令和|平成|昭和|tháng|오전|오후|上午|下午|午前|午後", re.IGNORECASE
)
_WORD = "[^\\s\\d,.;:|()،/-]"
# a day of a month, and a month of a year
_D, _M = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])"
# "Feb/Feb", as in Arabic a month may have both its names
_TWICE = re.compile(r"\b([A-Z][a-z]{2})\s?/\s?\1\b")
# "6 พฤษภาคม 2567", "พ.ศ. 2567"
_BUDDHIST = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_REIGN = re.compile(r"(令和|平成|昭和)\s?(\d{1,2}|元)\s?年")
# "ngày 6 tháng 5 năm 2024", "6 tháng 5, 2024"
_VIETNAMESE = re.compile(rf"(?:ngày\s)?{_D}\s?tháng\s{_M}(?:,|,?\snăm)?\s(\d{{4}})", re.IGNORECASE)
# "۱۷ اردیبهشت ۱۴۰۳", its figures already ours; and "1403/02/17"
_SOLAR_DAY = re.compile(rf"(?<!\d){_D}\s({'|'.join(_SOLAR)})(?:\sماه)?\s?،?\s(1[34]\d\d)")
_SOLAR_FIGURES = re.compile(rf"(?<!\d)(1[34]\d\d)[/-]{_M}[/-]{_D}(?!\d)")
_NEW_YEAR = dt.date(1996, 3, 20).toordinal()  # of 1375


def write_in_english(text: str) -> str:
    """The text with the days of other calendars and scripts as English ones; as it is where it has
    none.

    >>> write_in_english("6 พฤษภาคม 2567"), write_in_english("6 May 2024")
    ('6 May 2024', '6 May 2024')
    """
    if text.isascii() or not _OTHER.search(text):
        return text
    text = "".join(map(_figure, text))
    if _THAI.search(text):
        text = _BUDDHIST.sub(lambda year: str(int(year[0]) - 543), text)
    text = _REIGN.sub(lambda at: f"{_REIGNS[at[1]] + _count(at[2])}年", text)
    text = _VIETNAMESE.sub(lambda at: f"{at[3]}-{int(at[2]):02}-{int(at[1]):02}", text)
    text = _SOLAR_DAY.sub(lambda at: _from_solar(at[3], _SOLAR.index(at[2]) + 1, at[1]), text)
    text = _SOLAR_FIGURES.sub(lambda at: _from_solar(at[1], int(at[2]), at[3]), text)
    text = _HALF_AFTER.sub(lambda at: f" {_half(at[1])}", text)
    text = _HALF_BEFORE.sub(lambda at: f"{at[2]} {_half(at[1])}", text)
    return _TWICE.sub(r"\1", _named().sub(lambda at: _months()[at[1]], text))


def _figure(sign: str) -> str:
    """A figure as ours; every other sign as it is."""
    return sign if sign.isascii() or not sign.isdecimal() else str(unicodedata.digit(sign))


def _half(sign: str) -> str:
    return "PM" if sign in _AFTERNOON else "AM"


def _count(year: str) -> int:
    return 1 if year == "元" else int(year)


def _from_solar(year: str, month: int, day: str) -> str:
    """A day of Iran's calendar as ISO writes it: its leap years are told by the 33-year rule."""
    first = int(year) - 1375
    leaps = sum((25 * (1375 + n) + 11) % 33 < 8 for n in range(min(first, 0), max(first, 0)))
    before = 365 * first + (leaps if first > 0 else -leaps)
    within = 31 * (month - 1) if month < 8 else 30 * (month - 1) + 6
    return dt.date.fromordinal(_NEW_YEAR + before + within + int(day) - 1).isoformat()


@cache
def _months() -> dict[str, str]:
    return {
        name.replace("\u200c", " "): english
        for names, english in zip(_NAMES, _ENGLISH, strict=True)
        for name in names.split()
    }


@cache
def _named() -> re.Pattern[str]:
    """A month's name, behind the preposition that Hebrew joins to it."""
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    return re.compile(rf"(?<!{_WORD})ב?({names})(?!{_WORD})")
