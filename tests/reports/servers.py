"""Servers on loopback that answer every request in one way, however badly."""

import socket
import threading
import time
from collections.abc import Iterable


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
                for part in self.parts:
                    connection.sendall(part)
                    time.sleep(self.pause)
            except OSError:
                return


def serve(*parts: bytes, pause: float = 0.0) -> Server:
    """A running server."""
    return Server(parts, pause)
