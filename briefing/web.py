"""Serve a briefing on loopback and make it again when a template or the settings change.

For people who edit templates. Only this machine can reach it: it listens on 127.0.0.1 and refuses
requests that name another host (a page elsewhere could rebind its name to this address). The
frame page reloads the briefing inside it; the briefing itself stays as it will be sent.
"""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import BriefingError

_FRAME = """<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>briefing preview</title>
<style>html,body{margin:0;height:100%%}iframe{border:0;width:100%%;height:100%%}</style>
<iframe src="/briefing.%s" title="briefing"></iframe>
<script>
let seen = "";
setInterval(async () => {
  const now = (await (await fetch("/version")).json()).version;
  if (seen && now !== seen) document.querySelector("iframe").contentWindow.location.reload();
  seen = now;
}, 700);
</script></html>"""
_PROBLEM = """<!DOCTYPE html><meta charset="utf-8"><title>!</title><pre>%s</pre>"""
_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "md": "text/plain; charset=utf-8",
}


class Preview:
    """Makes the briefing when asked, anew after a change of one of the watched files."""

    def __init__(self, make: Callable[[str], bytes], watched: Callable[[], list[Path]]) -> None:
        """`make` renders a format; `watched` lists the files and folders that it depends on."""
        self._make = make
        self._watched = watched
        self._made: dict[str, tuple[str, bytes]] = {}
        self._lock = threading.Lock()

    def version(self) -> str:
        """Return a text that changes whenever a watched file does."""
        files = [
            f
            for place in self._watched()
            for f in ([place] if place.is_file() else place.rglob("*"))
        ]
        stamps = [(str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.is_file()]
        return str(hash(tuple(stamps)))

    def page(self, fmt: str) -> bytes:
        """Return the briefing in a format. Raises `BriefingError` when it cannot be made."""
        with self._lock:
            version = self.version()
            kept = self._made.get(fmt)
            if kept is None or kept[0] != version:
                kept = self._made[fmt] = (version, self._make(fmt))
            return kept[1]


def server(preview: Preview, port: int, fmt: str) -> ThreadingHTTPServer:
    """Return a server on 127.0.0.1; port 0 takes a free one. Call `serve_forever` on it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            if host not in ("127.0.0.1", "localhost"):
                self._send(403, "text/plain", b"this preview answers only to its own machine")
                return
            path = urlsplit(self.path).path
            if path == "/":
                self._send(200, _TYPES["html"], (_FRAME % fmt).encode())
            elif path == "/version":
                self._send(
                    200, "application/json", json.dumps({"version": preview.version()}).encode()
                )
            elif path == f"/briefing.{fmt}":
                self._briefing()
            else:
                self._send(404, "text/plain", b"not here")

        def _briefing(self) -> None:
            try:
                self._send(200, _TYPES[fmt], preview.page(fmt))
            except BriefingError as error:
                said = f"{error.problem}\n\n{error.hint}"
                for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
                    said = said.replace(sign, entity)
                self._send(500, _TYPES["html"], (_PROBLEM % said).encode())

        def _send(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing: the terminal belongs to the person who edits."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
