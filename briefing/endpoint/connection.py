"""The connection to one server: requests out, answers or faults in.

Made late, by the first call: a run that is answered from memory opens nothing and loads nothing.
The protocol is a few lines of JSON over HTTP, so it is spoken here directly: an SDK on top of the
same transport takes another 0.5 ms of CPU a call, 0.3 s to load and 20 MB, and its own retries and
records would have to be switched off again.

The key goes into the requests and stays here: every text that leaves is redacted.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from briefing import __version__
from briefing.endpoint import faults
from briefing.endpoint.profile import encoded
from briefing.settings import Endpoint

if TYPE_CHECKING:
    from aiohttp import ClientSession


DEFAULT_ADDRESS = "https://api.openai.com/v1"
CHAT = "/chat/completions"
_HERE = ("localhost", "127.0.0.1", "::1")

Answered = tuple[int, bytes, Mapping[str, str]]


class Connection:
    """One HTTP session for a whole run. It retries nothing and follows no redirect."""

    def __init__(self, endpoint: Endpoint, key: str) -> None:
        self.endpoint = endpoint
        self._key = key
        self._session: ClientSession | None = None
        self._places: dict[str, Any] = {}

    @property
    def address(self) -> str:
        """The address without credentials, for keys and for people."""
        return public(self.endpoint.base_url or DEFAULT_ADDRESS)

    @property
    def host(self) -> str:
        """Host and port of the server, for people."""
        return urlsplit(self.address).netloc or self.address

    async def close(self) -> None:
        """Close what was opened."""
        if self._session is not None:
            await self._session.close()

    async def send(self, request: Mapping[str, Any]) -> Answered:
        """Send one request; return status, body and headers. Network faults are `Transient`."""
        return await self.call("POST", CHAT, encoded(request))

    async def call(self, method: str, path: str, data: Any = None) -> Answered:
        """Call `path` below the address. `data` is JSON as bytes, or an aiohttp form."""
        import aiohttp

        headers = {"Content-Type": "application/json"} if isinstance(data, bytes) else None
        try:
            if self._session is None:
                self._session = _session(self.endpoint, self._key)
            place = self._places.get(path)
            if place is None:
                place = _place(self.endpoint.base_url or DEFAULT_ADDRESS, path)
                if path == CHAT:  # read once: the others name a job and come seldom
                    self._places[path] = place
            async with self._session.request(
                method, place, data=data, headers=headers, allow_redirects=False
            ) as response:
                return response.status, await response.read(), response.headers
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise self.network_fault(error) from None

    def judged(self, status: int, text: str, headers: Mapping[str, str]) -> Exception:
        """Return the exception that an error answer of this server calls for."""
        return faults.judge(
            status,
            faults.redact(text, self._key),
            headers,
            model=self.endpoint.model,
            host=self.host,
            now=datetime.now(UTC),
        )

    def network_fault(self, error: Exception) -> Exception:
        """Return what a failure below HTTP means. Its text never holds the key."""
        import aiohttp

        why = faults.redact(str(error) or type(error).__name__, self._key)
        endpoint, host = self.endpoint, self.host
        if isinstance(error, aiohttp.ConnectionTimeoutError):
            return faults.Transient(f"no connection to {host} in {endpoint.connect_timeout_s:g} s")
        if isinstance(error, TimeoutError):
            return faults.Transient(f"{host} did not answer within {endpoint.timeout_s:g} s")
        if isinstance(error, aiohttp.ClientConnectorCertificateError):
            return faults.Stop(
                f"the certificate of {host} cannot be trusted: {why}",
                hint="SSL_CERT_FILE may name the certificates of your house; "
                "a server on this machine is asked by http://",
            )
        if isinstance(error, ValueError):  # aiohttp's errors about addresses are ValueErrors too
            return faults.Stop(
                f"the address {host!r} cannot be asked: {why}",
                hint="set endpoint.base_url to something like https://host/v1",
            )
        return faults.Transient(f"no connection to {host}: {why}")


def _place(address: str, path: str) -> Any:
    """Return the URL of `path` below an address; a query that the address holds goes with it."""
    import yarl

    parts = urlsplit(address)
    path, _, asked = path.partition("?")
    query = "&".join(part for part in (parts.query, asked) if part)
    whole = parts._replace(path=parts.path.rstrip("/") + path, query=query, fragment="")
    return yarl.URL(urlunsplit(whole))


def _session(endpoint: Endpoint, key: str) -> "ClientSession":
    import aiohttp

    address = endpoint.base_url or DEFAULT_ADDRESS
    if "@" in urlsplit(address).netloc:
        raise faults.Stop(
            f"the address of {public(address)} holds a user or a password",
            hint="take them out of endpoint.base_url and give the key as OPENAI_API_KEY",
        )
    headers = {"User-Agent": f"briefing/{__version__}", "Accept": "application/json"}
    if key:  # local servers want none
        headers["Authorization"] = f"Bearer {key}"
    return aiohttp.ClientSession(
        # How many calls are under way is decided by the limiter, not by the pool.
        connector=aiohttp.TCPConnector(limit=0, ssl=_trust(address)),
        headers=headers,
        timeout=aiohttp.ClientTimeout(
            total=None, sock_connect=endpoint.connect_timeout_s, sock_read=endpoint.timeout_s
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        proxy=_proxy(address),
    )


def _trust(address: str) -> Any:
    """Return the certificates to trust. Loading them takes 40 ms: without TLS none are."""
    if not address.startswith("https:"):
        return True
    import httpx2

    return httpx2.create_ssl_context()


def _proxy(address: str) -> str | None:
    """Return the proxy that the environment or the system names for an address.

    Asked once: aiohttp would look for it, and for a netrc file, in a thread with each request.
    A server on this machine is never asked through one.
    """
    parts = urlsplit(address)
    if not parts.hostname or parts.hostname in _HERE or proxy_bypass(parts.hostname):
        return None
    known = getproxies()
    return known.get(parts.scheme) or known.get("all")


def public(address: str) -> str:
    """Return an address without the user and password it may carry."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
