"""Bytes in, text out: the charset marked, declared, lied about or guessed."""

import pytest

from search.errors import NotAnArticle
from search.ingest.alphabets import find_alphabet
from search.ingest.encoding import clean, read_characters
from search.ingest.mojibake import mend

RUSSIAN = "Плотина стоит. Уровень воды в реке упал за ночь на два метра, сообщили инженеры."
GREEK = "Το φράγμα άντεξε τη νύχτα και το νερό έπεσε, είπαν οι μηχανικοί τη Δευτέρα το πρωί."
JAPANESE = "ダムは夜通し持ちこたえ、水位は下がったと技術者が月曜日に述べた。町の人々は家に帰った。"
CHINESE = "大坝整夜坚持住了，工程师周一表示水位正在下降。四百名居民从学校回到了家中。"
KOREAN = "댐은 밤새 버텼고 물은 줄었다고 기술자들이 월요일에 말했다."
TURKISH = "Baraj bütün gece dayandı, mühendisler pazartesi günü suyun düştüğünü açıkladı."
ICELANDIC = "Stíflan stóð alla nóttina, sögðu verkfræðingar. Þeir fóru heim á ný, en íbúar biðu."
FAROESE = "Byrgingin stóð alla náttina, søgdu verkfrøðingarnir, sum vóru har. Nýtt vatn kom."
CZECH = "Hráz vydržela celou noc, řekli v pondělí inženýři. Čtyři sta lidí se vrátilo domů."
POLISH = "Tama wytrzymała całą noc, powiedzieli w poniedziałek inżynierowie. Ludzie wrócili."
FRENCH = "Le barrage a tenu toute la nuit, ont déclaré lundi les ingénieurs. Où étaient-ils?"
TURKMEN = "Bent bütin gije saklandy, inženerler aýtdylar. Ýaşaýjylar öýlerine gaýtdylar."
ICELANDER = (
    "The dam held through the night, Guðný Þorsteins said on Monday. The road above it, closed "
    "since the flood, will be open again in a week, and those who had to leave may come home."
)
TEXT = "Genève: «La crue a passé», déclare Zoë Müller à l’aube."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (("\ufeff" + TEXT).encode("utf-16-be"), TEXT),
        (("\ufeff" + TEXT).encode("utf-32-le"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),  # no mark: every other byte is NUL
        (f"{RUSSIAN}\n".encode("utf-16-be"), f"{RUSSIAN}\n"),  # or those of the spaces alone
        (f"{GREEK}\n".encode("utf-16-le"), f"{GREEK}\n"),
        (f"{JAPANESE}\n\n{JAPANESE}\n".encode("utf-16-le"), f"{JAPANESE}\n\n{JAPANESE}\n"),
        (f"{CHINESE}\n\n{CHINESE}\n".encode("utf-16-be"), f"{CHINESE}\n\n{CHINESE}\n"),
        (TEXT.encode("utf-32"), TEXT),
        (("\ufeff" + TEXT).encode("utf-32-be"), TEXT),
        (TEXT.encode("utf-32-le"), TEXT),  # no mark: three of four bytes are NUL, or two
        (f"{RUSSIAN}\n".encode("utf-32-be"), f"{RUSSIAN}\n"),
        (f"{CHINESE}\n".encode("utf-32-le"), f"{CHINESE}\n"),
        ("🚣 Oslo\n".encode("utf-32-be"), "🚣 Oslo\n"),
        (TURKISH.encode("cp1254"), TURKISH),  # of a dotless i there is one in Turkish alone
        ("Işıklar söndü, dağ köyü boş.".encode("cp1254"), "Işıklar söndü, dağ köyü boş."),
        ("İSTANBUL (AA) - Şişli'de ışık".encode("cp1254"), "İSTANBUL (AA) - Şişli'de ışık"),
        (ICELANDIC.encode("cp1252"), ICELANDIC),  # whose letters stand at the same places
        (FAROESE.encode("cp1252"), FAROESE),
        (CZECH.encode("cp1250"), CZECH),
        (POLISH.encode("cp1250"), POLISH),
        (FRENCH.encode("cp1252"), FRENCH),
        (b"Dam holds\x00 in the\x00 night", "Dam holds in the night"),  # NUL, and no UTF-16
        (RUSSIAN.encode("cp866"), RUSSIAN),  # of DOS, and nothing says so
        (RUSSIAN.encode("iso8859-5"), RUSSIAN),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (RUSSIAN.encode("koi8-r"), RUSSIAN),
        (GREEK.encode("cp1253"), GREEK),
        (JAPANESE.encode("cp932"), JAPANESE),
        (JAPANESE.encode("euc_jp"), JAPANESE),
        (JAPANESE.encode("iso2022_jp"), JAPANESE),  # seven bits, which are UTF-8 too
        (KOREAN.encode("iso2022_kr"), KOREAN),
        (b"Dam \x1b$B holds", "Dam $B holds"),  # an escape that leads nowhere
        (CHINESE.encode("gb18030"), CHINESE),
        (b'<meta charset="windows-1252">' + TEXT.encode("cp1252"), TEXT),
        (b'<meta charset="iso-8859-1">' + TEXT.encode("cp1252"), TEXT),  # as browsers read it
        (b'<meta charset="iso-8859-1">' + TEXT.encode(), TEXT),  # lied about
        (b'<meta charset="utf-8">' + TEXT.encode("cp1252"), TEXT),  # lied about
        (b'<meta charset="no-such-thing">' + TEXT.encode(), TEXT),
        (b'<meta charset="rot13">' + TEXT.encode(), TEXT),  # a codec, and no charset
        (b"<?xml encoding='koi8-r'?>" + "Плотина стоит".encode("koi8-r"), "Плотина стоит"),
        (b"charset=iso-2022-jp " + "堤防は残った".encode("iso-2022-jp"), "堤防は残った"),
        (TEXT.encode().decode("cp1252", "ignore").encode(), TEXT),  # read wrongly once, and kept
        (b"Dam \x00holds\x07 above\x0c\r\nOslo\r", "Dam holds above\n\nOslo\n"),
    ],
)
def test_characters(data: bytes, text: str) -> None:
    assert read_characters(data).endswith(text)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TURKISH.encode("cp1254"), "cp1254"),
        (ICELANDIC.encode("cp1252"), "cp1252"),
        # an Icelander in the news: hardly any of these letters
        (ICELANDER.encode("cp1252"), None),
        # "ý" where Turkish has the dotless i, and neither of its other letters
        (TURKMEN.encode("cp1250"), None),
        (FAROESE.encode("cp1252"), None),  # "ø" is foreign to both
        ("Iþýk".encode("cp1252") + CZECH.encode("cp1250"), None),
        ("ışığı".encode("cp1254"), "cp1254"),
        ("ışı".encode("cp1254"), "cp1254"),
        ("ış".encode("cp1254"), None),  # too few to tell
        (RUSSIAN.encode("cp1251"), None),
        (b"Dam holds", None),
        (b"", None),
    ],
)
def test_language_is_certain_by_its_letters(data: bytes, charset: str | None) -> None:
    found = find_alphabet(data)
    assert (found and found.charset) == charset


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("â€œThe dam holds,â€\x9d he said. Itâ€™s dry.", "“The dam holds,” he said. It’s dry."),
        ("CafÃ©, naÃ¯ve, ZoÃ« ðŸš€", "Café, naïve, Zoë 🚀"),
        ("Café: CafÃ© CafÃ© CafÃ©", "Café: CafÃ© CafÃ© CafÃ©"),  # not all of it was read wrongly
        ("IRMÃ£", "IRMÃ£"),  # one is an accident
        ("MAÇÃ» IRMÃ» CRISTÃ» SÃO", "MAÇÃ» IRMÃ» CRISTÃ» SÃO"),  # Portuguese in capitals
        ("â€™ Ã© Ã\u00a0 Â\u00a0", "’ é à \u00a0"),
        ("plain", "plain"),
    ],
)
def test_mojibake_is_mended_where_it_is_certain(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\u202eturned round\u202c", "turned round"),
        ("soft\u00adhyphen and\u200b no width", "softhyphen and no width"),
        ("next\u2028line\x85and", "next\nline\nand"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\x00", "empty"),
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"{\\rtf1\\ansi Dam holds\\par}", "an RTF document"),
        (bytes(range(256)) * 20, "binary data"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        read_characters(data)
