"""The preview: rebuild on save, serve from memory, reload, show problems over the page.

Watching is only a hint: whatever the watcher says (or drops), the whole site is scanned again and
content decides whether anything changed; a scan every few seconds is the net below it.  Pages are
served from a mapping in memory, so there is no path to escape from, no link to follow and no
folder to list.  Only this machine is answered, and only by its own name.  What is shown can be
searched as by ``gongkai search``: ``/.preview/search?q=…`` with limit, by_date and facets.
"""

from __future__ import annotations

import asyncio
import gc
import html
import re
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import build, keys, sought
from generator.catalogue import Catalogue
from generator.find import find
from generator.personal import masked
from generator.problems import Problem, Severity
from generator.search.holders import Index
from generator.search.records import FACETS
from generator.store import Store
from generator.words import failed, say

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOSTS = ("127.0.0.1", "localhost", "[::1]")
QUIET = 0.1  # seconds without a further hint before a rebuild
RESCAN = 3.0  # seconds between scans when no hint comes
FINDS = 20  # that a search answers where nothing else is asked

_SCRIPT = b"""// reloads the page when the preview has a new one
const events = new EventSource("/.preview/events");
let known = null;
events.onmessage = (event) => {
  if (known !== null && known !== event.data) location.reload();
  known = event.data;
};
"""
_STYLE = b"""#preview-problems{position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;
z-index:9;
margin:0;padding:1rem 1.5rem;background:#fff8e5;color:#1d1a16;border-top:4px solid #9c2a1f;
font:16px/1.6 sans-serif}#preview-problems li{margin:.25rem 0}#preview-problems code{font:inherit;
font-family:monospace;color:#6b1a12}"""


@dataclass(frozen=True, slots=True)
class State:
    """The site as it is shown: files by path, its problems, a key that changes with either, and the
    records that its pages were made from."""

    files: dict[str, bytes]
    problems: tuple[Problem, ...]
    key: str
    catalogue: Catalogue | None = None


class Site:
    """The latest state of a site and everyone who waits for the next."""

    def __init__(self, remake: Callable[[State], State], told: Callable[..., None]) -> None:
        self._remake = remake
        self._told = told
        self._lock = threading.Lock()
        self.state = State({}, (), "")

    def refresh(self) -> bool:
        """Scan and, where anything changed, make the site again; say whether it did."""
        with self._lock, _uncollected():
            after = self._remake(self.state)
            changed = after.key != self.state.key
            if changed:
                self.state = after
        if changed:
            self._told(after.problems)
        return changed


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles meanwhile: values hold none, and it is a third of a rebuild."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
    shown = Site(_maker(site, day, today), told)
    shown.refresh()
    stop = threading.Event()
    threading.Thread(target=watch, args=(site, shown, stop), daemon=True).start()
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


def _maker(site: Path, day: date | None, today: Callable[[], date]) -> Callable[[State], State]:
    """Return a function from the state before to the state now."""
    store = Store(site / ".cache")
    last = ""

    def remake(before: State) -> State:
        nonlocal last
        found = find(site)
        inputs = keys.fingerprint(
            [(s.path, s.digest) for s in (*found.sources, *found.theme)],
            found.config and found.config.digest, found.problems, day or today(),
        )  # fmt: skip
        if inputs == last:
            return before
        last = inputs
        have = {path: keys.published(body) for path, body in before.files.items()}
        made = build.make(found, day=day, today=today(), store=store, have=have)
        store.save()
        files = {
            one.path: before.files[one.path] if one.body is None else bytes(one.body)
            for one in made.rendered
        }
        if not files or (failed(made.problems) and len(files) < len(before.files)):
            files = before.files | files  # a page that cannot be made stays as it was
        sums = [(one.path, one.notes.sha256) for one in made.rendered]
        key = keys.fingerprint(sums, made.problems)
        return State(files, made.problems, key, made.catalogue)

    return remake


class Search:
    """The search of what is shown: its index is made when it is first asked, and again after each
    change that somebody asks about."""

    def __init__(self, shown: Site, cache: Path, own: Path | None) -> None:
        self._shown, self._cache, self._own = shown, cache, own
        self._lock = threading.Lock()
        self._known: tuple[str, Index] | None = None

    def __call__(self, asking: sought.Asking, language: str) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON that answer *asking*."""
        state = self._shown.state
        if state.catalogue is None:
            return 503, {"error": "网站还没有生成" if language == "zh" else "there is no site yet"}
        try:
            with self._lock:
                if self._known is None or self._known[0] != state.key:
                    index, _ = sought.index_of(state.catalogue, cache=self._cache, own=self._own)
                    self._known = state.key, index
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
    from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
    from starlette.routing import Route

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
        if path in _OWN:
            return Response(_OWN[path], media_type=guess_type(path)[0])
        if path == "" or path.endswith("/"):
            path += "index.html"
        state = shown.state
        body = state.files.get(path)
        status = 200 if body is not None else 404
        if body is None:
            path, body = "404.html", state.files.get("404.html", _BARE)
        kind = guess_type(path)[0] or "application/octet-stream"
        if kind == "text/html":
            body = with_preview(body, state.problems, language)
        return Response(body, status, {"Cache-Control": "no-store"}, media_type=kind)

    async def events(request: Request) -> Response:
        if refusal := refused(request):
            return refusal
        return StreamingResponse(
            _events(shown), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

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
        return JSONResponse(told, status, {"Cache-Control": "no-store"})

    return Starlette(
        routes=[
            Route("/.preview/events", events),
            Route("/.preview/search", searched),
            Route("/{path:path}", page),
        ]
    )


async def _events(shown: Site) -> AsyncIterator[str]:
    sent = None
    waited = 0.0
    while True:
        if shown.state.key != sent or waited >= 10:
            sent, waited = shown.state.key, 0.0
            yield f"data: {sent}\n\n"
        await asyncio.sleep(0.1)
        waited += 0.1


_OWN = {".preview/reload.js": _SCRIPT, ".preview/problems.css": _STYLE}
_BARE = b'<!doctype html><html lang="zh-Hans"><head><title>404</title></head><body></body></html>'
_POLICY = b"default-src 'none';"
_HEAD = (
    b'<link rel="stylesheet" href="/.preview/problems.css">'
    b'<script src="/.preview/reload.js" defer></script></head>'
)


def with_preview(body: bytes, problems: tuple[Problem, ...], language: str) -> bytes:
    """Return a page that reloads itself and shows the problems of the site over it."""
    body = body.replace(_POLICY, b"default-src 'none'; connect-src 'self';", 1)
    body = body.replace(b"</head>", _HEAD, 1)
    grave = [
        found for found in problems if say(found, language).severity is not Severity.INFORMATION
    ]
    if not grave:
        return body
    items = []
    for found in grave[:50]:
        said = say(found, language)
        place = html.escape(masked(str(found.at)))
        text = html.escape(f"{said.message} {said.hint}")
        items.append(f"<li><code>{place}</code> {said.severity}: {text}</li>")
    more = f"<li>… +{len(grave) - 50}</li>" if len(grave) > 50 else ""
    label = "待处理的问题" if language == "zh" else "Problems"
    rows = "".join(items) + more
    section = f'<section id="preview-problems" aria-label="{label}"><ul>{rows}</ul></section>'
    return body.replace(b"</body>", section.encode() + b"</body>", 1)


def watch(site: Path, shown: Site, stop: threading.Event) -> None:
    """Refresh *shown* after every change below *site*, until *stop* is set."""
    hint = threading.Event()
    observer = _observer(site, hint)
    while not stop.is_set():
        hinted = hint.wait(RESCAN)
        for _ in range(20):  # until it is quiet, but never longer than some seconds
            if not hinted:
                break
            hint.clear()
            hinted = hint.wait(QUIET)
        if not stop.is_set():
            try:
                shown.refresh()
            except Exception:  # a fault of this program must not end the watching
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), None)))
    if observer is not None:
        observer.stop()


def _observer(site: Path, hint: threading.Event) -> Any:
    """A watcher that sets *hint*; None where the system has no room for one."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    class Hints(FileSystemEventHandler):
        def on_any_event(self, event: Any) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted"):
                hint.set()

    observer = Observer()
    observer.daemon = True
    try:
        for folder in ("catalogue", "content", "templates"):
            if (site / folder).is_dir():
                observer.schedule(Hints(), str(site / folder), recursive=True)
        observer.start()
    except OSError:  # no watches left: the rescan alone sees every change
        return None
    return observer
