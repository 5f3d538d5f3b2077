"""The index that this application answers from."""

from dataclasses import replace
from typing import cast

from flask import abort, current_app

from search.article import Article
from search.index import Index
from search.query import values

from .urls import Asked


def find_index() -> Index:
    """The application's index; IndexUnavailable where it cannot be opened now."""
    return cast("Index", current_app.extensions["dateline"]())


def find_story(story_id: str) -> Article:
    """The story with this id, else the 404 page."""
    return find_index().get(story_id) or abort(404, "There is no story with this address.")


def settle(asked: Asked) -> Asked:
    """The search with each filter as the index has it, and a note where that is not as given."""
    return replace(asked, request=values.settle(asked.request, find_index().search))
