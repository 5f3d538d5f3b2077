"""The pages: the search, a story, help and what this is."""

from dataclasses import replace

from flask import Blueprint, render_template, request

from search.query.parameters import read_parameters
from search.query.request import SearchRequest

from . import facets
from .paging import find_pages
from .shelf import find_index, find_story, settle
from .story import find_voices, lay_out
from .urls import read_asked

pages = Blueprint("pages", __name__)
_FACET_SIZE = 8
_SNIPPETS = 2


@pages.get("/")
def search() -> str:
    """The front page and every page of results."""
    asked = settle(read_asked())
    results = find_index().search(_filled(asked.request))
    return render_template(
        "search.html",
        asked=asked,
        results=results,
        pages=find_pages(asked, results),
        groups=facets.find_groups(asked, results),
        chips=facets.find_chips(asked, results),
    )


@pages.get("/story/<story:story_id>")
def story(story_id: str) -> str:
    """A story with its dateline, its speakers and every statement marked."""
    article = find_story(story_id)
    return render_template(
        "story.html", story=article, paragraphs=lay_out(article), voices=find_voices(article)
    )


@pages.get("/help")
def guide() -> str:
    """The query language in brief."""
    return render_template("help.html")


@pages.get("/about")
def about() -> str:
    """What this is and what the index holds."""
    results = find_index().search(read_parameters([("limit", "1"), ("facets", "agency,speaker")]))
    return render_template("about.html", results=results)


def _filled(asked: SearchRequest) -> SearchRequest:
    """The request with the page's own facets and snippets where it names none."""
    given = request.args
    return replace(
        asked,
        facets=asked.facets or tuple(facets.SHOWN),
        facet_size=asked.facet_size if "facet_size" in given else _FACET_SIZE,
        snippets=asked.snippets if "snippets" in given else _SNIPPETS,
    )
