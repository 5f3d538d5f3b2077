"""Speakers under one name in every story: the table that users edit, and how a story is filed."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from ..article import Article, Speaker
from ..errors import DatelineError
from ..schema import NONE
from ..text import slug
from .people import People

_HEAD = """\
# Who is who among speakers: for `dateline ingest`; `dateline speakers` writes it too.
# [same] lists a speaker's other names; `apart` lists names that no rule joins with another.
"""


def read_people(path: Path) -> People:
    """The table in a file; the empty one where there is no file. DatelineError says what is wrong
    in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return People()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} cannot be read as TOML: {error}.") from error
    if unknown := table.keys() - {"same", "apart"}:
        raise DatelineError(f"{path} has “{min(unknown)}”, and only knows “same” and “apart”.")
    same = table.get("same", {})
    if not isinstance(same, dict):
        raise DatelineError(f"{path}: “same” must be a table of names and their lists of names.")
    if wrong := [name for name in same if slug(name) in ("", NONE)]:
        raise DatelineError(f"{path}: “{wrong[0]}” cannot be a speaker's name.")
    people = People(
        {name: _names(others, name, path) for name, others in same.items()},
        _names(table.get("apart", []), "apart", path),
    )
    _refuse_twice(people, path)
    return people


def _names(given: object, of: str, path: Path) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) and slug(one) for one in given):
        raise DatelineError(f"{path}: what stands under “{of}” must be a list of names.")
    return tuple(given)


def _refuse_twice(people: People, path: Path) -> None:
    """DatelineError where a name stands at two places."""
    places: dict[str, str] = {}
    for of, names in (*people.same.items(), ("apart", people.apart)):
        for name in names:
            before = places.setdefault(slug(name), of)
            if before != of:
                raise DatelineError(f"{path} has “{name}” under “{before}” and under “{of}”.")
    own = {slug(name): name for name in people.same}
    for key, of in places.items():
        if key in own and key != slug(of) and of != "apart":
            raise DatelineError(
                f"{path} has “{own[key]}” under “{of}”, and other names under “{own[key]}”."
            )


def write_people(path: Path, people: People) -> None:
    """The table into a file, under the comments that the file begins with."""
    lines = [f"apart = {_quoted(people.apart)}", "", "[same]"]
    lines += [f"{_quoted(name)} = {_quoted(own)}" for name, own in sorted(people.same.items())]
    whole = (_comments(path) + "\n".join(lines) + "\n").encode()
    table = path.resolve()
    new = table.with_name(f"{table.name}.new")  # a table half written would be lost
    new.write_bytes(whole)
    new.replace(table)


def _comments(path: Path) -> str:
    """The comments at the head of the file, ours where there are none."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    head = "\n".join(takewhile(lambda line: line.startswith("#"), lines))
    return f"{head}\n" if head else _HEAD


def _quoted(value: str | tuple[str, ...]) -> str:
    """A TOML string or list: JSON's, but for the one character that TOML alone refuses."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def file_speakers(story: Article, people: People) -> Article:
    """The story with each speaker under the name that the table and the rule file it by."""
    filed = {said.speaker.name for said in story.statements if said.speaker}
    names = {name: to for name in filed if (to := people.find(name).name) != name}
    if not names:
        return story
    from ..wire.reading import first_mentions

    statements = tuple(
        replace(said, speaker=_renamed(said.speaker, names)) for said in story.statements
    )
    return replace(story, statements=statements, speakers=first_mentions(statements))


def _renamed(speaker: Speaker | None, names: Mapping[str, str]) -> Speaker | None:
    if speaker is None or speaker.name not in names:
        return speaker
    return replace(speaker, name=names[speaker.name])


def find_printed(story: Article) -> frozenset[str]:
    """The names of the story's speakers as it prints them, whatever they are filed under."""
    from ..wire.reading import read_speech

    return frozenset(speaker.name for speaker in read_speech(story).speakers)


def read_again(story: Article, people: People) -> Article:
    """The story with its statements read anew, and each speaker filed by this table."""
    from ..wire.reading import read_speech

    return file_speakers(read_speech(story), people)
