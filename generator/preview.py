"""The preview: rebuild on save, serve from memory, reload, show problems over the page.

Pages are served from a mapping in memory, so there is no path to escape from, no link to follow and
no folder to list.  Only this machine is answered, and only by its own name.  What is shown can be
searched as by ``gongkai search``: ``/.preview/search?q=…`` with limit, by_date and facets.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import date
from mimetypes import guess_type
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator import keys, overlay, sought
from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.search.holders import Index
from generator.search.records import FACETS
from generator.showing import Maker, Site, State
from generator.watching import watch
from generator.words import say

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOSTS = ("127.0.0.1", "localhost", "[::1]")
# What a name that changes with the bytes stands for, a browser need not ask for again.
_KEPT = MappingProxyType({"Cache-Control": "private, max-age=86400, immutable"})
_NEW = MappingProxyType({"Cache-Control": "no-store"})
POLL = 0.02  # seconds between two looks at the state by a page that waits for news
FINDS = 20  # that a search answers where nothing else is asked


def preview(
    site: Path,
    *,
    port: int,
    day: date | None,
    today: Callable[[], date],
    language: str,
    own: Path | None,
    started: Callable[[str], None],
    told: Callable[[tuple[Problem, ...]], None],
) -> None:
    """Serve the site at *site* on this machine until interrupted.

    Args:
        site: The site's folder.

        port: Where to listen on the loopback address; 0 for any free port.

        day: The as-of day, None for that of config.yaml.

        today: Tells the day on the clock.

        language: ``zh`` or ``en``, for the problems shown over the page.

        own: The folder of this user's own, for the key of the search's index.

        started: Is told the address once it can be opened.

        told: Is told the problems after each rebuild.

    Raises:
        OSError: The port cannot be listened on.
    """
    import socket

    import uvicorn

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    listening.listen()
    port = listening.getsockname()[1]
    shown = Site(Maker(site, day, today), told)
    shown.refresh()
    stop = threading.Event()
    threading.Thread(target=watch, args=(site, shown.refresh, stop), daemon=True).start()
    config = uvicorn.Config(
        application(shown, Search(shown, site / ".cache", own), port=port, language=language),
        log_level="critical",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    started(f"http://127.0.0.1:{port}/")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
    stop.set()


class Search:
    """The search of what is shown: its index is made when it is first asked, and again after each
    change that somebody asks about."""

    def __init__(self, shown: Site, cache: Path, own: Path | None) -> None:
        self._shown, self._cache, self._own = shown, cache, own
        self._lock = threading.Lock()
        self._known: tuple[Catalogue, Index] | None = None

    def __call__(self, asking: sought.Asking, language: str) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON that answer *asking*."""
        state = self._shown.state
        if state.catalogue is None:
            return 503, {"error": "网站还没有生成" if language == "zh" else "there is no site yet"}
        try:
            with self._lock:
                if self._known is None or self._known[0] is not state.catalogue:
                    index, _ = sought.index_of(state.catalogue, cache=self._cache, own=self._own)
                    self._known = state.catalogue, index
                found, problems = sought.answer(self._known[1], state.catalogue, asking)
        except sought.UnclearError as error:
            return 400, {"error": error.chinese if language == "zh" else error.english}
        if problems:
            said = say(problems[0], language)
            return 400, {"error": f"{said.message} {said.hint}".strip()}
        return 200, found


def application(shown: Site, search: Search, *, port: int, language: str) -> Starlette:
    """Return the application that answers for *shown* on *port*, and for its *search*."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import (
        HTMLResponse,
        JSONResponse,
        PlainTextResponse,
        Response,
        StreamingResponse,
    )
    from starlette.routing import Route

    view = View(shown, language)
    hosts = {f"{host}:{port}" for host in HOSTS}
    origins = {f"http://{host}" for host in hosts}

    def refused(request: Request) -> Response | None:
        if request.headers.get("host") not in hosts:
            return PlainTextResponse("403 this preview answers to its own name only", 403)
        if request.headers.get("origin", next(iter(origins))) not in origins:
            return PlainTextResponse("403 this preview answers its own pages only", 403)
        return None

    async def page(request: Request) -> Response:
        if refusal := refused(request):
            return refusal
        path = request.url.path.removeprefix("/")
        if path in overlay.OWN:
            return Response(overlay.OWN[path], headers=_KEPT, media_type=guess_type(path)[0])
        body, status, kind = await run_in_threadpool(view.page, path)
        kept = status == 200 and path.startswith("assets/")
        return Response(body, status, _KEPT if kept else _NEW, media_type=kind)

    async def events(request: Request) -> Response:
        if refusal := refused(request):
            return refusal
        return StreamingResponse(
            _events(view, request.query_params.get("page", "").removeprefix("/")),
            media_type="text/event-stream",
            headers=_NEW,
        )

    def problems(request: Request) -> Response:
        return refused(request) or HTMLResponse(view.told())

    def searched(request: Request) -> Response:  # not async: it waits in a thread of its own
        if refusal := refused(request):
            return refusal
        asked = request.query_params
        narrowed = {facet: asked[facet] for facet in ("kind", *FACETS) if asked.get(facet)}
        limit = asked.get("limit", "")
        asking = sought.Asking(
            asked.get("q", ""),
            narrowed,
            int(limit) if re.fullmatch("[0-9]{1,6}", limit) else FINDS,
            by_date="by_date" in asked,
        )
        status, told = search(asking, language)
        return JSONResponse(told, status, _NEW)

    return Starlette(
        routes=[
            Route("/.preview/events", events),
            Route("/.preview/problems", problems),
            Route("/.preview/search", searched),
            Route("/{path:path}", page),
        ]
    )


class View:
    """What a browser is shown: pages with what the preview lays over them."""

    def __init__(self, shown: Site, language: str) -> None:
        self._shown, self._language = shown, language
        self._told: tuple[State | None, bytes] = None, b""

    @property
    def state(self) -> State:
        """Return the latest state."""
        return self._shown.state

    def told(self, state: State | None = None) -> bytes:
        """Return what is wrong with the site as HTML."""
        state = state or self._shown.state
        known, told = self._told
        if known is not state:
            checking = state.look is not None
            told = overlay.section(state.problems, self._language, checking=checking)
            self._told = state, told
        return told

    def page(self, path: str) -> tuple[bytes, int, str]:
        """Return a file as it is shown, its status and its media type."""
        state, path = self._shown.state, _file(path)
        body, status = state.page(path)
        kind = guess_type(path if status == 200 else "404.html")[0] or "application/octet-stream"
        if kind == "text/html":
            told = self.told(state)
            body = overlay.laid(body, told, _digests(body, told))
        return body, status, kind

    def shown(self, path: str) -> tuple[State, str]:
        """Return the latest state, and what stays the same as long as the page at *path* does, and
        the problems over it do."""
        state = self._shown.state
        return state, _digests(state.page(_file(path))[0], self.told(state))


def _digests(body: bytes, told: bytes) -> str:
    return f"{keys.digest(body)} {keys.digest(told)}"


def _file(path: str) -> str:
    return path + "index.html" if path == "" or path.endswith("/") else path


async def _events(view: View, path: str) -> AsyncIterator[str]:
    from starlette.concurrency import run_in_threadpool

    sent: State | None = None
    waited = 0.0
    while True:
        if view.state is not sent or waited >= 10:
            sent, said = await run_in_threadpool(view.shown, path)
            waited = 0.0
            yield f"data: {said}\n\n"
        await asyncio.sleep(POLL)
        waited += POLL
