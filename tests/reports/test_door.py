"""The door: what must not be reached is not reached, counted at a stubbed connect; no packet leaves the machine.

The addresses are the known ways around such checks: other spellings of 127.0.0.1 (decimal, octal, hexadecimal, short,
full-width), IPv6 forms that wrap an IPv4 address, names that resolve to private addresses, names that change what they
resolve to, redirects, and addresses that parsers read differently.
"""

import socket
from collections.abc import Iterator

import pytest

from reportedly.reports.fetch import Refused, fetch, is_public, material
from reportedly.reports.material import Limits, Unreadable

from .servers import Server, serve

PUBLIC = "93.184.216.34"
LIMITS = Limits(seconds=2, download_bytes=1_000_000)
BYPASSES = """
http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/ http://0x7f.1/
http://017700000001/ http://0177.0.0.1/ http://0177.1/ http://00000177.0.0.1/ http://127.127.127.127/ http://0/
http://0.0.0.0/ http://0x0/ http://127.0.0.1./ http://localhost/ http://LOCALHOST/ http://localhost./
http://127.000.000.001/ http://0x7f.0x0.0x0.0x1/ http://0177.0000.0000.0001/ http://6425673729/ http://-1062731775/
http://%31%32%37.0.0.1/ http://127%2e0.0.1/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://１２７.０.０.１/
http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[0000::1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
http://[0:0:0:0:0:FFFF:7F00:0001]/ http://[::ffff:0x7f000001]/ http://[::ffff:2130706433]/
http://[0:0:0:0:0:ffff:127.0.0.1]/ http://[::ffff:0:127.0.0.1]/ http://[::127.0.0.1]/ http://[::7f00:1]/
http://[64:ff9b::7f00:1]/ http://[64:ff9b::127.0.0.1]/ http://[64:ff9b:1::7f00:1]/ http://[64:ff9b::a9fe:a9fe]/
http://[2002:7f00:1::]/ http://[2002:a00:1::]/ http://[2002:a9fe:a9fe::]/ http://[2002:c0a8:101::1]/ http://[2001:0:7f00:1::]/
http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/ http://[fe80::1]/ http://[fe80::1%25lo]/ http://[fe80::5efe:7f00:1]/
http://[2a00:1450::5efe:7f00:1]/ http://[2a00:1450::200:5efe:10.0.0.1]/
http://[fc00::1]/ http://[fd00:ec2::254]/ http://[fec0::1]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[100::1]/
http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.0.1/ http://0xc0a80001/
http://3232235521/ http://169.254.169.254/latest/meta-data/ http://2852039166/ http://0xa9fea9fe/ http://0251.0376.0251.0376/
http://[::ffff:169.254.169.254]/ http://[::ffff:a9fe:a9fe]/ http://169.254.170.2/ http://100.100.100.200/ http://100.64.0.1/
http://192.0.0.192/ http://192.0.2.1/ http://198.18.0.1/ http://198.51.100.1/ http://203.0.113.1/ http://224.0.0.1/
http://240.0.0.1/ http://255.255.255.255/ https://127.0.0.1/ https://[::1]/ HTTP://127.0.0.1/ http://127.0.0.1:22/
http://inside.example/ http://both.example/ http://mapped.example/ http://metadata.google.internal/
http://public.example@127.0.0.1/ http://127.0.0.1@public.example/ http://public.example:80@127.0.0.1:80/
http://127.0.0.1\\@public.example/ http://public.example\\@127.0.0.1/ http://127.0.0.1:80:80/ http://[::1/ http://::1/
http:///127.0.0.1/ http:127.0.0.1/ http:/127.0.0.1/ //127.0.0.1/ 127.0.0.1 http:// http://?x http://#x http://:80/
http://127.0.0.1:0/ http://127.0.0.1:99999/ http://public.example:-1/ http://127.0.0.1%2f@public.example/
http://127.0.0.1%00.public.example/ http://[v1.x]/ http://[::1]x/ http://..../
file:///etc/passwd file://localhost/etc/passwd ftp://public.example/ gopher://127.0.0.1:6379/_ dict://127.0.0.1:11211/
ldap://127.0.0.1/ tftp://127.0.0.1/ data:text/html,x jar:http://127.0.0.1!/ javascript:alert(1) unix:///run/docker.sock
netdoc:///etc/passwd ws://127.0.0.1/ httpx://127.0.0.1/ url:http://127.0.0.1/
""".split()
SPOILT = [
    "http://127.0.0.1 /",
    "http://\t127.0.0.1/",
    "ht\ntp://127.0.0.1/",
    "http://public.example/\r\nX: y",
    "http://\0/",
]
NAMES = {
    "public.example": [PUBLIC],
    "inside.example": ["10.0.0.1"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "metadata.google.internal": ["169.254.169.254"],
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1", "::1"],
}


class Wire:
    """A stand-in for the network: names resolve by a table, and connections are counted and led to a local server."""

    def __init__(self) -> None:
        self.names = {name: list(addresses) for name, addresses in NAMES.items()}
        self.asked: list[str] = []
        self.connected: list[str] = []
        self.server: Server | None = None

    def resolve(self, host: str, port: int, *args: object, **kwargs: object) -> list[tuple[object, ...]]:
        """Table first; else numeric forms only, as the system reads them, so that no name server is ever asked."""
        self.asked.append(host)
        if host.lower() in self.names:
            addresses = self.names[host.lower()]
            return [(0, 0, 0, "", (address, port)) for address in addresses]
        found: list[tuple[object, ...]] = REAL_RESOLVE(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return found

    def connect(self, address: tuple[str, int], timeout: float = 1.0) -> socket.socket:
        self.connected.append(address[0])
        if self.server is None:
            raise ConnectionRefusedError("counted")
        line = socket.socket()
        line.settimeout(timeout)
        line.connect(("127.0.0.1", self.server.port))
        return line


REAL_RESOLVE = socket.getaddrinfo


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """The stand-in in force; a test that reaches further fails."""
    found = Wire()
    monkeypatch.setattr("socket.getaddrinfo", found.resolve)
    monkeypatch.setattr("socket.create_connection", found.connect)
    yield found
    if found.server is not None:
        found.server.close()


@pytest.mark.parametrize("url", [*BYPASSES, *SPOILT])
def test_known_bypasses_connect_nowhere(wire: Wire, url: str) -> None:
    with pytest.raises(Unreadable) as error:
        fetch(url, LIMITS)
    assert wire.connected == []
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize("url", [url for url in BYPASSES if url != "127.0.0.1"])  # that is a path, on the same server
def test_redirects_lead_nowhere_either(wire: Wire, url: str) -> None:
    wire.server = serve(f"HTTP/1.1 302 Found\r\nLocation: {url}\r\n\r\n".encode())
    with pytest.raises(Unreadable):
        fetch("http://public.example/", LIMITS)
    assert set(wire.connected) == {PUBLIC}


def test_a_public_address_is_connected_to_as_checked(wire: Wire) -> None:
    wire.server = serve(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    answer = fetch("http://public.example/a b".replace(" ", "%20"), LIMITS)
    assert (answer.status, answer.body) == (200, b"ok")
    assert wire.connected == [PUBLIC]
    assert b"GET /a%20b HTTP/1.1\r\nHost: public.example\r\n" in wire.server.requests[0]


def test_a_name_that_changes_its_meaning_is_asked_once(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([PUBLIC, "127.0.0.1", "127.0.0.1"])

    def rebinding(host: str, port: int, *args: object, **kwargs: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (next(answers), port))]

    monkeypatch.setattr("socket.getaddrinfo", rebinding)
    wire.server = serve(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    fetch("http://rebinding.example/", LIMITS)
    assert wire.connected == [PUBLIC]
    with pytest.raises(Refused):
        fetch("http://rebinding.example/", LIMITS)
    assert wire.connected == [PUBLIC]


def test_every_hop_is_checked_anew(wire: Wire) -> None:
    wire.server = serve(b"HTTP/1.1 301 Moved\r\nLocation: http://inside.example/\r\n\r\n")
    with pytest.raises(Refused, match=r"inside.example \(10.0.0.1\) is no public address"):
        fetch("http://public.example/", LIMITS)
    assert wire.connected == [PUBLIC]


def test_redirects_end(wire: Wire) -> None:
    wire.server = serve(b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n")
    with pytest.raises(Unreadable, match="more than 5 redirects"):
        fetch("http://public.example/", LIMITS)
    assert len(wire.connected) == 6


def test_private_addresses_only_if_allowed(wire: Wire) -> None:
    wire.server = serve(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    assert fetch("http://inside.example/", Limits(seconds=2, allow_private=True)).body == b"ok"
    with pytest.raises(Refused, match="only http and https"):
        fetch("file:///etc/passwd", Limits(allow_private=True))


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2a00:1450:4001:82a::200e", "64:ff9b::5db8:d822"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_material_wants_a_page(wire: Wire) -> None:
    wire.server = serve(b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
    with pytest.raises(Unreadable, match="the server answered 404"):
        material("http://public.example/", LIMITS)
