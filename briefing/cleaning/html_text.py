"""Write the lines of a tree as linear text, with the place of every character in the page.

White space is folded as a browser folds it, except that a line break of the source between two
Chinese characters is nothing, not a blank. Entities are decoded, characters without width dropped.
"""

import re
from html import unescape

from briefing.cleaning.html_tree import Line
from briefing.cleaning.linear import Slice

# Entities, white space and letters without width; a blank only beside another or at an end.
_ODD = re.compile(r"[ &\t\n\r\f\x0b\u200b-\u200d\u2060\ufeff\xad](?:(?<! )|(?= )|(?<=^ )|$)")
_TOKEN = re.compile(
    r"&(?:#[xX][0-9a-fA-F]{1,7}|#[0-9]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
    r"|[ \t\n\r\f\x0b]+|[\u200b-\u200d\u2060\ufeff\xad]+"
)
INDENT = " \t\u3000\xa0\u2002\u2003"


class Writer:
    """Collects linear text and its pieces."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.out: list[str] = []
        self.pieces: list[Slice] = []
        self.length = 0
        self._blank: tuple[int, bool] | None = None  # where white space waits, is it a break
        self._fresh = True  # nothing of this line is written yet

    def write(self, line: Line) -> bool:
        """Write one line and fill in its text and offsets; False when nothing of it is left."""
        if self.out:
            self.out.append("\n")
            self.length += 1
        self._blank, self._fresh = None, True
        if self._write_plain(line) if len(line.runs) == 1 else self._write_runs(line):
            return True
        marks = len(self.out), len(self.pieces), self.length
        links = 0
        for start, end, link in line.runs:
            before = self.length
            if link is None:
                self._boundary(start, end)
            elif self._blank is None and not _ODD.search(chunk := self.html[start:end]):
                self._fresh = False
                self._piece(chunk, start, end - start)
            else:
                self._run(start, end)
            if link:
                links += self.length - before
        text = "".join(self.out[marks[0] :])
        core = text.strip(INDENT)
        if not core:
            del self.out[marks[0] :], self.pieces[marks[1] :]
            self.length = marks[2]
            if self.out:
                self.out.pop()
                self.length -= 1
            return False
        line.start = marks[2] + text.index(core)
        line.end = line.start + len(core)
        line.text = line.key = core
        line.links = min(links, len(core))
        return True

    def _write_plain(self, line: Line) -> bool:
        """Write a line of one run that needs no folding; False when it is not such a line."""
        first, last, link = line.runs[0]
        chunk = self.html[first:last]
        text = chunk.strip(" \t\r\n")
        if not text or _ODD.search(text) or text[0] in INDENT or text[-1] in INDENT:
            return False
        at = self.length
        self.pieces.append((at, len(text), first + chunk.index(text[0]), len(text)))
        self.out.append(text)
        line.start, line.end = at, at + len(text)
        line.text = line.key = text
        line.links = len(text) if link else 0
        self.length = line.end
        return True

    def _write_runs(self, line: Line) -> bool:
        """Write a line of several runs that need no folding; False when it is not such a line."""
        html = self.html
        runs = line.runs
        last = runs[-1]
        if last[2] is not None and html[last[0] : last[1]] == " ":
            runs = runs[:-1]
        text = "".join([html[start:end] for start, end, _ in runs])
        if not text or _ODD.search(text) or text[0] in INDENT or text[-1] in INDENT:
            return False
        at = first = self.length
        links = 0
        pieces = []
        for start, end, link in runs:
            if link is None:
                return False
            size = end - start
            pieces.append((at, size, start, size))
            at += size
            if link:
                links += size
        self.pieces += pieces
        self.out.append(text)
        line.start, line.end = first, at
        line.text = line.key = text
        line.links = links
        self.length = at
        return True

    def _run(self, start: int, end: int) -> None:
        chunk = self.html[start:end]
        if not _ODD.search(chunk):
            self._put(chunk, start, end - start)
            return
        at = 0
        for match in _TOKEN.finditer(chunk):
            first, last = match.span()
            if first > at:
                self._put(chunk[at:first], start + at, first - at)
            at = last
            token = match.group()
            if token[0] == "&":
                self._entity(token, start + first)
            elif token[0] in " \t\n\r\f\x0b":
                self._space(start + first, "\n" in token or "\r" in token)
        if at < len(chunk):
            self._put(chunk[at:], start + at, len(chunk) - at)

    def _space(self, at: int, is_break: bool) -> None:
        if not self._fresh and self._blank is None:
            self._blank = (at, is_break)
        elif self._blank and is_break:
            self._blank = (self._blank[0], True)

    def _entity(self, token: str, at: int) -> None:
        char = unescape(token)
        if char in ("\n", "\r", "\t", " "):
            self._space(at, False)
        elif (len(char) == 1 and char.isprintable()) or char in (
            "\xa0",
            "\u3000",
            "\u2002",
            "\u2003",
        ):
            self._put(char, at, len(token))
        elif char == token or len(char) > 1:
            self._put(token, at, len(token))

    def _put(self, text: str, at: int, raw_length: int) -> None:
        if self._blank is not None:
            place, is_break = self._blank
            self._blank = None
            if not (is_break and (text[0] >= "\u2010" or self.out[-1][-1] >= "\u2010")):
                self._piece(" ", place, 1)
        self._fresh = False
        self._piece(text, at, raw_length)

    def _piece(self, text: str, at: int, raw_length: int) -> None:
        self.out.append(text)
        self.pieces.append((self.length, len(text), at, raw_length))
        self.length += len(text)

    def _boundary(self, start: int, end: int) -> None:
        """Write a blank for the markup between two cells of a row."""
        self._blank = None
        if not self._fresh:
            self._piece(" ", start, max(end - start, 1))
