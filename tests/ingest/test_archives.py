"""Archives in, stories and reasons out; nothing written to disk, and nothing without bounds."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from search import Article, read_article, read_articles
from search.errors import NotAnArticle
from search.ingest import archive, member, packed
from search.ingest.walk import LARGEST

DAM = b"Dam holds above Oslo\n\nOSLO, March 3 (AP) \xe2\x80\x94 The dam held on Monday.\n"
FERRY = b"Ferry aground\n\nATHENS, March 4 (AP) \xe2\x80\x94 A ferry ran aground.\n"
PAGE = (
    b"<html><body><h1>Dam above Oslo holds</h1><p>OSLO (AP) - The dam held on March 3, and the"
    b" water fell, officials of the town said.</p></body></html>"
)
Files = dict[str, bytes]


def zipped(files: Files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return made.getvalue()


def tarred(files: Files, mode: str = "w") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as file:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return made.getvalue()


def tar_gz(files: Files) -> bytes:
    return tarred(files, "w:gz")


def warc(pages: list[tuple[str, str, str, bytes]], *, packed: bool) -> bytes:
    """A WARC of (record type, content type, status, payload); packed, each record by itself."""
    records = [record("warcinfo", "application/warc-fields", b"software: tests\r\n", "")]
    for number, (kind, content, status, data) in enumerate(pages):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n\r\n".encode()
        plain = kind == "resource"
        records.append(
            record(
                kind,
                content if plain else "application/http; msgtype=response",
                data if plain else answer + data,
                f"WARC-Target-URI: https://w.example/{number}\r\n",
            )
        )
    return b"".join(map(gzip.compress, records) if packed else records)


def record(kind: str, content: str, data: bytes, more: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n{more}"
        f"WARC-Date: 2024-03-05T10:00:00Z\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def read(folder: Path, name: str, data: bytes) -> list[tuple[str, str]]:
    """Each file's name in the archive, with its headline or its reason."""
    path = folder / name
    path.write_bytes(data)
    return [
        (
            (found.source or "").removeprefix(str(path)),
            found.headline if isinstance(found, Article) else found.reason,
        )
        for found in read_articles(path)
    ]


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred), ("a", tar_gz)])
def test_each_file_of_an_archive_is_read(
    tmp_path: Path, name: str, pack: Callable[[Files], bytes]
) -> None:
    files = {
        "b/dam.txt": DAM,
        "ferry.txt": FERRY,
        "empty.txt": b"",
        "a.css": b"p { color: red }",
        ".hidden.txt": DAM,
        "__MACOSX/dam.txt": DAM,
        "README.md": b"About these files",
        "deep.zip": zipped({"page.html": PAGE}),
        "dam.txt.gz": gzip.compress(DAM),
    }
    assert read(tmp_path, name, pack(files)) == [
        ("/b/dam.txt", "Dam holds above Oslo"),
        ("/ferry.txt", "Ferry aground"),
        ("/empty.txt", "the file is empty"),
        ("/a.css", "it is a style sheet, not a story"),
        ("/deep.zip/page.html", "Dam above Oslo holds"),
        ("/dam.txt", "Dam holds above Oslo"),
    ]
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_gzip_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(DAM))
    (story,) = read_articles(tmp_path)
    assert isinstance(story, Article)
    assert story.source == str(tmp_path / "a.txt")


def test_one_story_in_an_archive_is_read_from_its_bytes() -> None:
    assert read_article(zipped({"dam.txt": DAM}), name="a.zip").headline == "Dam holds above Oslo"
    with pytest.raises(NotAnArticle, match="holds 2 stories"):
        read_article(zipped({"dam.txt": DAM, "ferry.txt": FERRY}), name="a.zip")


@pytest.mark.parametrize("packed", [False, True])
def test_warc_gives_pages_with_their_address_and_day(tmp_path: Path, packed: bool) -> None:
    data = warc(
        [
            ("response", "text/html; charset=utf-8", "200 OK", PAGE),
            ("request", "text/html", "200 OK", PAGE),
            ("revisit", "text/html", "200 OK", PAGE),
            ("response", "text/html", "404 Not Found", PAGE),
            ("response", "image/png", "200 OK", b"\x89PNG"),
            ("resource", "text/plain", "200 OK", DAM),
            ("response", "text/html", "200 OK", b"<html><body>Hi</body></html>"),
        ],
        packed=packed,
    )
    assert read(tmp_path, "a.warc", data) == [
        ("/https://w.example/0", "Dam above Oslo holds"),
        ("/https://w.example/5", "Dam holds above Oslo"),
        ("/https://w.example/6", "no story's text could be found on the page"),
    ]
    dam = next(iter(read_articles(tmp_path / "a.warc")))
    assert isinstance(dam, Article)
    assert dam.url == dam.id == "https://w.example/0"
    # the day on which the page came in settles the year, and never for certain
    plain = [item for item in read_articles(tmp_path / "a.warc") if isinstance(item, Article)][1]
    assert plain.dateline is not None
    assert str(plain.dateline.date) == "2024-03-03"
    assert not plain.dateline.is_certain or plain.dateline.method != "received"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.97])
def test_warc_cut_in_the_middle_gives_what_came_before(
    tmp_path: Path, packed: bool, share: float
) -> None:
    pages = [("response", "text/html", "200 OK", PAGE + b"%d" % n) for n in range(9)]
    data = warc(pages, packed=packed)
    *read_before, last = read(tmp_path, "a.warc", data[: int(share * len(data))])
    assert last[1].startswith("the archive")
    assert "cut short" in last[1]
    assert [told for _, told in read_before] == ["Dam above Oslo holds"] * len(read_before)
    assert len(read_before) >= int(9 * share) - 1


@pytest.mark.parametrize("share", [1.0, 0.6])
def test_warc_that_is_packed_as_one_file(tmp_path: Path, share: float) -> None:
    noise = bytes(range(256)) * 400  # else so little is left that nothing can be cut
    pages = [("response", "text/html", "200 OK", PAGE + b"%d" % n) for n in range(9)]
    pages[4:4] = [("response", "image/gif", "200 OK", noise[n:]) for n in range(9)]
    data = gzip.compress(warc(pages, packed=False))
    found = read(tmp_path, "a.warc.gz", data[: int(share * len(data))])
    told = [what for _, what in found]
    if share == 1.0:
        assert told == ["Dam above Oslo holds"] * 9
    else:
        assert told[:-1] == ["Dam above Oslo holds"] * (len(told) - 1)
        assert len(told) > 4
        assert "cut short" in told[-1]


def test_warc_page_without_a_kind_is_looked_at(tmp_path: Path) -> None:
    pages = [("response", "", "200 OK", data) for data in (PAGE, b"GIF89a\x01")]
    assert [told for _, told in read(tmp_path, "a.warc", warc(pages, packed=True))] == [
        "Dam above Oslo holds",
        "it is a GIF picture, not text",
    ]


def test_arc_gives_its_pages(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    about = b"1 0 Tests\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20240305100000 text/plain %d\n" % len(about)
    page = b"https://w.example/1 192.0.2.1 20240305100000 text/html %d\n" % len(answer)
    path = tmp_path / "a.arc"
    path.write_bytes(head + about + b"\n" + page + answer + b"\n")
    (story,) = read_articles(path)
    assert isinstance(story, Article)
    assert (story.headline, story.url) == ("Dam above Oslo holds", "https://w.example/1")


SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://w.example/dam
Subject: Dam holds
Date: Tue, 7 May 2024 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="M"

--M
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://w.example/dam

<html><head><meta property=3D"article:published_time" content=3D"2024-05-06T18:30:00Z"></head>
<body><article><h1>Dam above Oslo holds</h1><p>OSLO (AP) - The dam held on Monday, and the wa=
ter fell by the hour, officials of the town said.</p></article></body></html>
--M
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--M--
"""


@pytest.mark.parametrize("name", ["dam.mhtml", "dam.html", "dam"])
def test_page_saved_with_its_pictures_is_a_page_and_no_mail(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SAVED.replace("\n", "\r\n").encode())
    (story,) = read_articles(tmp_path / name)
    assert isinstance(story, Article)
    assert (story.headline, story.url) == ("Dam above Oslo holds", "https://w.example/dam")
    assert str(story.published) == "2024-05-06 18:30:00+00:00"  # not the day of saving


def test_saved_page_without_a_page_says_so(tmp_path: Path) -> None:
    broken = SAVED.replace("Content-Type: text/html", "Content-Type: text/css")
    assert read(tmp_path, "a.mhtml", broken.encode()) == [
        ("", "it is a page saved as MHTML that is too broken to be read")
    ]


def links_and_ways_out() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        for name in ("../../etc/cron.txt", "/etc/motd.txt", "a/../../b.txt", "C:/a.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(DAM)
            file.addfile(info, io.BytesIO(DAM))
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(f"{name}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            file.addfile(info)
        info = tarfile.TarInfo("device")
        info.type = tarfile.CHRTYPE
        file.addfile(info)
    return made.getvalue()


def test_links_and_names_that_lead_out_are_told_and_not_read(tmp_path: Path) -> None:
    assert read(tmp_path, "a.tar", links_and_ways_out()) == [
        ("/../../etc/cron.txt", "its name leads out of the archive"),
        ("//etc/motd.txt", "its name leads out of the archive"),
        ("/a/../../b.txt", "its name leads out of the archive"),
        ("/C:/a.txt", "its name leads out of the archive"),
        ("/soft.txt", "it is a link; links in archives are not followed"),
        ("/hard.txt", "it is a link; links in archives are not followed"),
        ("/device", "it is no regular file"),
    ]
    assert read(tmp_path, "a.zip", zipped({"../up.txt": DAM}))[0][1] == (
        "its name leads out of the archive"
    )


def nested(deep: int) -> bytes:
    data = DAM
    for _ in range(deep):
        data = zipped({"a.zip": data})
    return data


ZEROS = b"\0" * (LARGEST + 1)
TOO_MUCH = "the archive unpacks to more than 100 times its size; the rest of it was not read"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt.gz", gzip.compress(ZEROS), "the file is more than 20 MB; the limit is 20 MB"),
        ("a.zip", zipped({"a.txt": ZEROS}), "the file is 21 MB; the limit is 20 MB"),
        ("a.tar", tarred({"a.txt": ZEROS}), "the file is 21 MB; the limit is 20 MB"),
        ("a.zip", nested(9), "archives are read 3 deep and no deeper"),
        ("a.docx", zipped({"[Content_Types].xml": b"<x/>"}), "it is an office document"),
        ("a.zip", zipped({"a.txt": DAM})[:-30], "the archive is broken or cut short"),
        ("a.tar.gz", tar_gz({"a.txt": FERRY * 9})[:-30], "the archive is broken or cut short"),
        ("a.gz", gzip.compress(DAM)[:-9], "the archive is broken or cut short"),
        ("a.gz", b"\x1f\x8b\x08 and no more", "the archive is broken or cut short"),
        ("a.zip", b"PK\x03\x04 and no more", "the archive is broken or cut short"),
        ("a.zip", zipped({"a.txt": DAM})[:-30], "the archive is broken or cut short; nothing in"),
        ("a.warc", b"WARC/1.0\r\nand no more", "the archive"),
        ("a.zip", zipped({}), "the archive is empty"),
        ("a.tar.gz", tar_gz({}), "the file is empty"),
        ("a.warc", warc([("request", "text/plain", "", b"")], packed=False), "the archive (WARC) "
         "holds no page that was answered with success"),
    ],
)  # fmt: skip
def test_what_cannot_be_unpacked_says_why(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    assert read(tmp_path, name, data)[-1][1].startswith(reason)


@pytest.mark.parametrize("pack", [zipped, tar_gz])
def test_bomb_of_many_files_is_left_where_it_passes_bearing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[Files], bytes]
) -> None:
    monkeypatch.setattr(member, "_FREE", 2**20)
    spaces = b"word " * 100_000
    data = pack({f"{n}.txt": spaces for n in range(90)})
    found = read(tmp_path, "a", data)
    assert found[-1] == ("", TOO_MUCH)
    assert len(found) < 20


def test_endless_list_of_files_is_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "_LONGEST_LIST", 50)
    found = read(tmp_path, "a.zip", zipped({f"{n}.txt": DAM for n in range(9)}))
    assert found == [("", "the archive's list of files is too long")]


def test_encrypted_file_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": DAM}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(tmp_path, "a.zip", bytes(data)) == [("/a.txt", "it is encrypted")]


def test_kind_is_told_by_content() -> None:
    assert archive.find_kind(zipped({"a": b""})) == "zip"
    assert archive.find_kind(tarred({"a": b""})) == "tar"
    assert archive.find_kind(DAM) is None
