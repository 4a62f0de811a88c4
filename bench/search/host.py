"""A folder served on the loopback as a host would, compressed, and what was taken from it."""

from __future__ import annotations

import asyncio
import gzip
import mimetypes
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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

    def answer(self, address: str) -> bytes:
        """Return what is sent to whoever asks for *address*, and count it."""
        path = urlsplit(address).path
        body, compressed = self.body(address) or (b"", False)
        head = (
            "HTTP/1.1 200 OK" if body else "HTTP/1.1 404 Not Found",
            f"Content-Type: {mimetypes.guess_type(path)[0] or 'application/octet-stream'}",
            f"Content-Length: {len(body)}",
            *(("Content-Encoding: gzip",) if compressed else ()),
        )
        self.taken.append((path, len(body)))
        return "\r\n".join((*head, "", "")).encode() + body

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


class Answer(asyncio.Protocol):
    """Answers the requests of one connection in turn: Python's own web servers take longer to read
    a request than a host takes to answer it."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._asked = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection to write to."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        *whole, self._asked = (self._asked + data).split(b"\r\n\r\n")
        for request in whole:
            address = request.split(b" ", 2)[1].decode()
            self._transport.write(self._host.answer(address))


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[Host]:
    """Serve *folders* until the block ends."""
    host = Host(folders)
    listening = socket.create_server(("127.0.0.1", 0))
    host.address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    loop = asyncio.new_event_loop()

    def serve() -> None:
        loop.run_until_complete(loop.create_server(lambda: Answer(host), sock=listening))
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        listening.close()
