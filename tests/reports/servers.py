"""Servers on loopback that answer every request in one way, however badly."""

import socket
import threading
import time
from collections.abc import Iterable
from hashlib import sha256


class Server:
    """Answers each connection with the same bytes; ``pause`` seconds between its parts."""

    def __init__(self, parts: Iterable[bytes], pause: float = 0.0) -> None:
        self.parts, self.pause = list(parts), pause
        self.requests: list[bytes] = []
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(16)
        self.port: int = self.socket.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self.socket.close()

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def answer_to(self, request: bytes) -> Iterable[bytes]:
        """The parts of the answer to one request."""
        return self.parts

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                request = b""
                while b"\r\n\r\n" not in request:
                    block = connection.recv(65_536)
                    if not block:
                        break
                    request += block
                self.requests.append(request)
                for part in self.answer_to(request):
                    connection.sendall(part)
                    time.sleep(self.pause)
            except OSError:
                return


def serve(*parts: bytes, pause: float = 0.0) -> Server:
    """A running server."""
    return Server(parts, pause)


class Site(Server):
    """A site whose pages a test changes: ``pages`` is what it answers to a path, 404 to any other.

    A page without a head of its own gets one, with an ETag; it is answered with 304 as long as it stays as it is.
    """

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        super().__init__([])

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(request.startswith(f"GET {path} ".encode()) for request in self.requests)

    def answer_to(self, request: bytes) -> list[bytes]:
        """By the path, and by what the client knows already."""
        path = request.split(b" ")[1].decode()
        page = self.pages.get(path)
        if page is None:
            return [answer(b"404 Not Found", b"gone")]
        if page.startswith(b"HTTP/"):
            return [page]
        tag = f'"{sha256(page).hexdigest()[:16]}"'.encode()
        if b"If-None-Match: " + tag in request:
            return [answer(b"304 Not Modified", b"", b"ETag: " + tag + b"\r\n")]
        return [answer(b"200 OK", page, b"ETag: " + tag + b"\r\n")]


def answer(status: bytes, body: bytes, head: bytes = b"") -> bytes:
    """A whole answer."""
    return b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s" % (status, head, len(body), body)
