"""What others call the fields of a story in their JSON."""

import re
from collections.abc import Mapping
from typing import Any

# our name, and others' for the same; case, "_" and "-" make no difference
_OTHERS = {
    "id": "guid uid _id articleid uuid",
    "headline": "title hed head name webtitle heading",
    "kicker": "overline eyebrow",
    "standfirst": """description summary abstract subtitle dek lead excerpt trailtext subhead
        subheadline deck blurb teaser""",
    "body": """text content articlebody article fulltext maintext bodytext contenttext story
        contenthtml bodyhtml articletext storytext storybody paragraphs leadparagraph""",
    "authors": "author creator creators writer",
    "byline": "by",
    "published": """datepublished date pubdate publishdate datepublish publishedat publicationdate
        publishedtime firstpublicationdate webpublicationdate publishedon publisheddate
        firstpublished firstpublishedat datetimepub releasedate createdat datetime timestamp
        time""",
    "updated": """datemodified modified updatedat datemodify lastmodified lastupdated modifiedat
        modifieddate""",
    "section": "sectionname articlesection category desk rubric newsdesk",
    "keywords": "keyword tags topics subjects",
    "language": "lang inlanguage languagecode",
    "url": """link weburl canonicalurl sourceurl href permalink articleurl mainentityofpage""",
    "agency": "provider publisher sourcename source newsagency",
    "slug": "slugline",
    "embargo": "embargoed embargoeduntil embargountil",
    "status": "pubstatus",
}
_NAMES = {ours: (ours, *others.split()) for ours, others in _OTHERS.items()}
_MARKS = re.compile(r"[\W_]")
# where a value is an object, its text stands under one of these
_INSIDE = ("name", "rendered", "value", "text", "main", "original", "@id")


def fold_names(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record under plain names: "publishedAt" and "published_at" are one."""
    return {_MARKS.sub("", str(name)).casefold(): value for name, value in record.items()}


def find_field(folded: Mapping[str, Any], name: str) -> Any:
    """The value of our field ``name`` in a record of plain names; None where it has none. Where
    the record has our own name, no other counts: it is of our own export, or as good."""
    for other in _NAMES.get(name, (name,)):
        key = _MARKS.sub("", other)
        if key in folded and (key == name or folded[key] not in (None, "", [])):
            return unwrap(folded[key])
    return None


def is_ours(folded: Mapping[str, Any], name: str) -> bool:
    """Whether the record has this field under our own name."""
    return name in folded


def unwrap(value: Any) -> Any:
    """The text of an object that holds one ({"rendered": "…"}); any other value as it is."""
    if not isinstance(value, dict):
        return value
    found = (value.get(name) for name in _INSIDE)
    return next((text for text in found if isinstance(text, str)), value)
