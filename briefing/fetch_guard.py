"""Download from the open network, and from nowhere else.

In:  an address a user or a feed names (untrusted). Out: an `Answer`, or `Refused` with the reason.

Only http and https on ports 80 and 443. A name is resolved once, every address it has must be
public, and the connection goes to the address that was checked, with the name in Host and SNI: a name
that resolves anew to a private address gains nothing. Each redirect passes the same check. Python's
`is_global` alone is not enough (3.11 holds 64:ff9b::7f00:1, 2002:7f00:1:: and ff02::1 for global).
No proxy or credential of the environment is used. What comes is capped before and after unpacking.
"""

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.errors import InputError

if TYPE_CHECKING:
    import httpx2

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_REFUSED = [
    ipaddress.ip_network(text)
    for text in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "240.0.0.0/4",
        "64:ff9b:1::/48",
        "fec0::/10",
        "2001::/23",
    )
]
_REDIRECTS = (301, 302, 303, 307, 308)


class Refused(InputError):
    """An address that we will not, or cannot, download from."""


@dataclass(frozen=True)
class Answer:
    """What a server sent: `data` unpacked, header names in lower case, `url` after redirects."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes


def public(address: Address) -> bool:
    """True for an address of the open network, whatever IPv6 form an IPv4 address hides in."""
    if address.is_multicast or any(
        address in net for net in _REFUSED if net.version == address.version
    ):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return False
        inner = _inner(address)
        if inner is not None:
            return public(inner)
    return address.is_global


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that a mapped, 6to4, NAT64 or compatible address leads to."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address in _NAT64 or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def system_resolver(host: str, port: int) -> list[str]:
    """Return the addresses of a name, as the system gives them. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


@dataclass(frozen=True)
class Guard:
    """What may be reached and how much may come. A test injects `resolve`, `allow` and `ports`.

    Sizes are bytes: `max_packed` as sent, `max_bytes` after unpacking.
    """

    allow: Callable[[Address], bool] = public
    resolve: Callable[[str, int], list[str]] = system_resolver
    ports: frozenset[int] = frozenset({80, 443})
    max_packed: int = 20_000_000
    max_bytes: int = 20_000_000
    max_redirects: int = 5
    timeout_s: float = 30
    connect_timeout_s: float = 10
    agent: str = "briefing"

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Download one address, through redirects. Raises `Refused` with the reason."""
        for _ in range(self.max_redirects + 1):
            answer = self._once(url, headers or {})
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return answer
            url = urljoin(url, answer.headers["location"])
        raise Refused(f"more than {self.max_redirects} redirects")

    def checked(self, url: str) -> tuple[str, str, int]:
        """Return (name, checked address, port) of a URL. Raises `Refused` before anything is sent."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Refused(f"not an address: {error}") from error
        if parts.scheme not in ("http", "https"):
            raise Refused("only http and https are fetched")
        if not host or parts.username or parts.password:
            raise Refused("an address needs a host and may not hold a password")
        port = port or (443 if parts.scheme == "https" else 80)
        if port not in self.ports:
            raise Refused(f"port {port} is not fetched from")
        try:
            found = self.resolve(host, port)
            addresses = [ipaddress.ip_address(text) for text in found]
        except (OSError, UnicodeError, ValueError) as error:
            raise Refused(f"{host} cannot be resolved: {error}") from error
        if not addresses or not all(self.allow(address) for address in addresses):
            raise Refused(f"{host} is not on the open network")
        return host, str(addresses[0]), port

    def _once(self, url: str, headers: Mapping[str, str]) -> Answer:
        import httpx2

        host, address, port = self.checked(url)
        deadline = time.monotonic() + self.timeout_s
        try:
            target = httpx2.URL(url)
            default = 443 if target.scheme == "https" else 80
            named = target.raw_host.decode("ascii") + (f":{port}" if port != default else "")
            request = httpx2.Request(
                "GET",
                target.copy_with(host=address, fragment=None),
                headers={
                    "Accept-Encoding": "gzip",
                    "User-Agent": self.agent,
                    **headers,
                    "Host": named,
                },
                extensions={
                    "sni_hostname": target.raw_host.decode("ascii"),
                    "timeout": dict.fromkeys(("read", "write", "pool"), self.timeout_s)
                    | {"connect": self.connect_timeout_s},
                },
            )
            with self._client() as client, closing(client.send(request, stream=True)) as response:
                data = _unpacked(response, self, deadline)
                return Answer(url, response.status_code, dict(response.headers), data)
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, ValueError) as error:
            raise Refused(f"{host}: {error or type(error).__name__}") from error

    def _client(self) -> "httpx2.Client":
        """Return a client without memory: no proxy, no cookies, no connection shared by two names."""
        import httpx2

        limits = httpx2.Limits(max_keepalive_connections=0)
        transport = httpx2.HTTPTransport(trust_env=False, limits=limits)
        return httpx2.Client(transport=transport, trust_env=False, follow_redirects=False)


def _unpacked(response: "httpx2.Response", guard: Guard, deadline: float) -> bytes:
    """Read a body to its end, unpack it, and stop at a cap."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise Refused(f"packed as {packing}, which was not asked for")
    out = bytearray()
    for chunk in _plain(response.iter_raw(), packing, guard):
        out += chunk
        if len(out) > guard.max_bytes:
            raise Refused(f"larger than {guard.max_bytes:,} bytes")
        if time.monotonic() > deadline:
            raise Refused(f"not finished after {guard.timeout_s:g} s")
    return bytes(out)


def _plain(chunks: Iterator[bytes], packing: str, guard: Guard) -> Iterator[bytes]:
    """Yield unpacked parts, each of bounded size, so that a bomb is stopped where it passes the cap."""
    unpack = zlib.decompressobj(wbits=47) if "gzip" in packing else zlib.decompressobj()
    packed = 0
    for chunk in chunks:
        packed += len(chunk)
        if packed > guard.max_packed:
            raise Refused(f"larger than {guard.max_packed:,} bytes")
        if packing in ("identity", ""):
            yield chunk
            continue
        try:
            while chunk:
                yield unpack.decompress(chunk, 1_000_000)
                chunk = unpack.unconsumed_tail
        except zlib.error as error:
            raise Refused(f"damaged packing: {error}") from error
