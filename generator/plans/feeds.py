"""Feeds (Atom, RFC 4287): what is new, for readers who do not come by themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of an Atom feed; *id* and *address* are whole addresses, *day* is an ISO day."""

    id: str
    address: str
    title: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """An Atom feed (RFC 4287): its items, the latest first; *updated* is the ISO day of its last
    change where that is not the day of the first item."""

    title: str
    address: str
    page: str
    author: str
    items: tuple[FeedItem, ...]
    updated: str = ""
