"""The only door to the network: ``http`` and ``https`` only, every address checked at the moment of connecting.

A name is resolved once for each hop, all its addresses are checked, and the connection goes to one of the addresses
that were checked, so that a name cannot change its meaning in between (DNS rebinding). Redirects come back here and
are checked anew. Proxies of the environment are not used: behind one, no address could be checked.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct

from reportedly.reports.material import Limits, Material, Unreadable, now

AGENT = "reportedly/0.1 (reads published reports for verification)"
_REDIRECTS = 5
_RATIO = 100
_RATIO_FROM = 1_000_000
"""The ratio of unpacked to packed bytes counts from this size on: small pages of one letter pack well too."""
_BLOCK = 65_536
_MOVED = (301, 302, 303, 307, 308)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# The special-purpose registry of IANA (RFC 6890 and later), said here since versions of Python know it differently.
_SPECIAL = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 "
        "203.0.113.0/24 224.0.0.0/3"
    ).split()
)
_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


class Fetched(Struct, frozen=True, kw_only=True):
    """An answer: ``url`` the last address, ``headers`` in small letters, ``body`` unpacked, ``hops`` every address."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    captured: str
    hops: tuple[str, ...] = ()


class Refused(Unreadable):
    """An address that must not be reached."""


def material(url: str, limits: Limits) -> Material:
    """A page as something to read. Raises ``Unreadable`` for whatever is not an answer with status 200."""
    answer = fetch(url, limits)
    if answer.status != 200:
        raise Unreadable(f"the server answered {answer.status}")
    return as_material(url, answer, limits)


def as_material(url: str, answer: Fetched, limits: Limits) -> Material:
    """What a server answered to ``url`` as something to read. Raises ``Unreadable`` where there is nothing."""
    if not answer.body:
        raise Unreadable("empty answer")
    charset = answer.headers.get("content-type", "").partition("charset=")[2].split(";")[0].strip(" \"'") or None
    stem = urlsplit(answer.url).path.rstrip("/").rsplit("/", 1)[-1] or urlsplit(answer.url).hostname or "page"
    return Material(
        name=url,
        stem=stem,
        data=answer.body,
        captured=answer.captured,
        url=answer.url,
        charset=charset,
        limits=limits,
    )


def fetch(
    url: str,
    limits: Limits,
    *,
    headers: Mapping[str, str] | None = None,
    before: Callable[[str], None] | None = None,
) -> Fetched:
    """One document, redirects followed; any status comes back, but for redirects without end.

    ``headers`` are added (conditional requests). ``before`` is called with the address of each hop, may wait, and may
    raise ``Unreadable``; its time does not count. Raises ``Refused`` for an address that must not be reached,
    ``Unreadable`` for a failure.
    """
    deadline = time.monotonic() + limits.seconds
    hops: list[str] = []
    while len(hops) <= _REDIRECTS:
        hops.append(url)
        parts = allowed(url)
        if before is not None:
            asked = time.monotonic()
            before(url)
            deadline += time.monotonic() - asked
        status, found, body = _once(parts, limits, deadline, headers or {})
        if status in _MOVED and "location" in found:
            url = _joined(url, found["location"])
            continue
        return Fetched(url=url, status=status, headers=found, body=body, captured=now(), hops=tuple(hops))
    raise Unreadable(f"more than {_REDIRECTS} redirects")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise Refused(f"redirected to no address: {error}") from None


def allowed(url: str) -> SplitResult:
    """The parts of an address. Raises ``Refused`` for any scheme but http(s), credentials and control characters."""
    if any(ord(c) < 33 or ord(c) == 127 for c in url) or "\\" in url:
        raise Refused("not an address: white space, control characters or a backslash in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"not an address: {error}") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise Refused(f"{parts.scheme or 'no scheme'}: only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a user name in it")
    if not parts.hostname or port == 0:
        raise Refused("an address without a host")
    return parts


def _once(
    parts: SplitResult, limits: Limits, deadline: float, headers: Mapping[str, str]
) -> tuple[int, dict[str, str], bytes]:
    connection = _Connection(parts, limits, deadline)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]") if parts.query else ""
    )
    sent = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "*/*", **headers, "Connection": "close"}
    guard = threading.Timer(max(deadline - time.monotonic(), 0.001), connection.cut)
    guard.daemon = True
    guard.start()
    try:
        connection.request("GET", path, headers=sent)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        body = b"" if response.status in _MOVED else _body(response, found, limits)
    except Unreadable:  # it is a ValueError, and has said what it has to say
        if connection.was_cut:
            raise Unreadable(f"no whole answer within {limits.seconds:g} seconds") from None
        raise
    except (TimeoutError, http.client.HTTPException, OSError, ValueError, zlib.error) as error:
        if connection.was_cut or isinstance(error, TimeoutError):
            raise Unreadable(f"no whole answer within {limits.seconds:g} seconds") from None
        raise Unreadable(f"could not be fetched ({_reason(error)})") from None
    finally:
        guard.cancel()
        connection.close()
    if connection.was_cut:
        raise Unreadable(f"no whole answer within {limits.seconds:g} seconds")
    return response.status, found, body


def _reason(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "the answer breaks off"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:120]


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits) -> bytes:
    """The body, unpacked. Sizes are checked before anything is kept, and again while it unpacks."""
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.download_bytes:
        raise Unreadable(f"{int(length) / 1e6:.1f} MB, the limit is {limits.download_bytes / 1e6:g} MB")
    unpack = _unpacker(headers.get("content-encoding", "").strip().lower())
    packed, kept, size = 0, [], 0
    while block := response.read(_BLOCK):
        packed += len(block)
        for part in unpack(block):
            kept.append(part)
            size += len(part)
            if size > limits.download_bytes:
                raise Unreadable(f"more than {limits.download_bytes / 1e6:g} MB")
            if size > _RATIO_FROM and size > _RATIO * packed:
                raise Unreadable(f"unpacks to more than {_RATIO} times its size")
    if length.isdigit() and packed < int(length):
        raise Unreadable("the answer breaks off")
    return b"".join(kept)


def _unpacker(encoding: str) -> Callable[[bytes], Any]:
    """A function from packed blocks to unpacked ones of bounded size."""
    if encoding in ("", "identity"):
        return lambda block: (block,)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"packed in an unknown way ({encoding[:20]})")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding != "deflate" else zlib.decompressobj()

    def unpack(block: bytes) -> Any:
        rest = block
        while rest:
            part = inflate.decompress(rest, _BLOCK)
            if not part and inflate.eof:
                return
            yield part
            rest = inflate.unconsumed_tail

    return unpack


class _Connection(http.client.HTTPConnection):
    """One request to one checked address, over TLS where the scheme says so."""

    def __init__(self, parts: SplitResult, limits: Limits, deadline: float) -> None:
        self.secure = parts.scheme.lower() == "https"
        self.name = str(parts.hostname)
        super().__init__(self.name, parts.port or (443 if self.secure else 80))
        self.limits, self.deadline, self.was_cut = limits, deadline, False
        self.line: socket.socket | None = None
        # http.client leaves the port out of the Host header only where it is the default of the scheme.
        self.default_port = 443 if self.secure else 80

    def connect(self) -> None:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock = open_checked(self.name, self.port, left, allow_private=self.limits.allow_private)
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.name)
        # http.client lets go of the socket once the head of the last answer is there; the body still comes over it.
        self.line = self.sock

    def cut(self) -> None:
        """End the connection from another thread: the answer took too long, however steadily it dripped."""
        self.was_cut = True
        line = self.line or self.sock
        if line is not None:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def open_checked(host: str, port: int, seconds: float, *, allow_private: bool) -> socket.socket:
    """A connection to one of the addresses of a name, all of which were checked first. Raises ``Refused``."""
    addresses = _resolved(host, port)
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                shown = host if host == address else f"{host} ({address})"
                raise Refused(f"{shown} is no public address: this machine, a private network or reserved")
    failure: OSError | None = None
    for address in addresses[:4]:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError as error:
            failure = error
    raise failure if failure is not None else OSError("no address")


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"no such host: {host} ({getattr(error, 'strerror', None) or 'not a name'})") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also when it wraps an IPv4 address in an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_public(inner) for inner in (ip, *_wrapped(ip)))


def _public(ip: _Address) -> bool:
    if ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_private:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        # Only 2000::/3 is handed out as global unicast; site-local and unassigned ranges are not the internet.
        return ip in _NAT64 or (int(ip) >> 125 == 1 and ip.is_global)
    return not any(ip in block for block in _SPECIAL)


def _wrapped(ip: _Address) -> tuple[_Address, ...]:
    """The IPv4 addresses inside an IPv6 one: mapped, compatible, 6to4, Teredo, NAT64, ISATAP."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return ()
    low = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    found: list[_Address] = [inner for inner in (ip.ipv4_mapped, ip.sixtofour) if inner is not None]
    if ip.teredo is not None:
        found.extend(ip.teredo)
    middle = int(ip) >> 32 & 0xFFFFFFFF
    if ip in _NAT64 or int(ip) >> 32 == 0 or middle in (0x00005EFE, 0x02005EFE):
        found.append(low)
    return tuple(found)
