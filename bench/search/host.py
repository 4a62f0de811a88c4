"""A folder served on the loopback as a host would, compressed, and what was taken from it."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

BARE = "bare.html"  # a page without anything, not counted
_PAGES = MappingProxyType(
    {f"/{BARE}": b'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>-</title>'}
)


class Host:
    """Serves the files of *folders*, each below its first part of the address.

    A body is compressed once and kept; one that compression makes longer is sent as it is.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self.folders = folders
        self.taken: list[tuple[str, int]] = []  # address and bytes of the body, as they were sent
        self.address = ""
        self._bodies: dict[str, tuple[bytes, bool]] = {}

    def body(self, address: str) -> tuple[bytes, bool] | None:
        """Return the body of *address* and whether it is compressed; None where there is none."""
        path = unquote(urlsplit(address).path)
        if path not in self._bodies:
            _, first, rest = (path + "/").split("/", 2)
            file = self.folders[first] / rest.rstrip("/") if first in self.folders else None
            if path not in _PAGES and not (file and file.is_file()):
                return None
            plain = _PAGES[path] if path in _PAGES or not file else file.read_bytes()
            short = gzip.compress(plain, 6)
            smaller = len(short) < len(plain)
            self._bodies[path] = (short if smaller else plain, smaller)
        return self._bodies[path]

    def prepare(self, *names: str) -> None:
        """Compress the files below the folders of *names* now, so that no query waits for it."""
        for name in names:
            first, _, rest = name.partition("/")
            for file in (self.folders[first] / rest).rglob("*"):
                if file.is_file() and file.suffix != ".html":
                    self.body(f"/{first}/{file.relative_to(self.folders[first])}")

    def counted(self) -> int:
        """Return the bytes taken since this was last asked."""
        taken, self.taken = self.taken, []
        return sum(size for path, size in taken if not path.endswith(".html"))


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[Host]:
    """Serve *folders* until the block ends."""
    host = Host(folders)

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            body, compressed = host.body(self.path) or (b"", False)
            kind = mimetypes.guess_type(urlsplit(self.path).path)[0] or "application/octet-stream"
            head = [
                "HTTP/1.1 200 OK" if body else "HTTP/1.1 404 Not Found",
                f"Content-Type: {kind}",
                f"Content-Length: {len(body)}",
                *(("Content-Encoding: gzip",) if compressed else ()),
            ]
            host.taken.append((urlsplit(self.path).path, len(body)))
            self.wfile.write("\r\n".join([*head, "", ""]).encode() + body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
