"""Read HTML into a flat tree of elements and the lines of text that a reader sees.

In:  the decoded page. Out: a `Tree` whose lines know the page offsets of each run of text.

A tokenizer of our own, because parsers keep no offsets. It knows what matters for text: which tags
break a line, which hide their content, which close others; it does not build the tree that a
browser builds. Time is linear in the page: nesting is capped, tags are bounded.
"""

from collections import defaultdict

from briefing.cleaning.html_tags import (
    CLOSED,
    CLOSES,
    FALLBACK,
    INDENT_BREAK,
    INLINE,
    LINK_TEXT,
    LINKS,
    PRE,
    SKIPPED,
    TABLE,
    TAG,
    VOID,
    hides,
    html_end,
    may_hide,
    signature,
)  # fmt: skip
from briefing.cleaning.html_tree import Line, Tree
from briefing.cleaning.linear import Dropped

_MAX_DEPTH = 400


def parse(html: str, *, keep_hidden: bool = False) -> Tree:
    """Return the tree of a page; `keep_hidden` shows what `display:none` and templates hide."""
    return _Builder(html, keep_hidden).run()


class _Builder:
    def __init__(self, html: str, keep_hidden: bool) -> None:
        self.html = html
        self.keep_hidden = keep_hidden
        self.tree = Tree()
        # (tag, node, link, hides, start): what is open. `node` holds the lines that follow.
        self.stack: list[tuple[str, int, bool, str, int]] = [("", 0, False, "", 0)]
        self.open: defaultdict[str, int] = defaultdict(int)
        self.runs: list[tuple[int, int, bool | None]] = []
        self.endless: set[str] = set()  # elements that nothing closes in the rest of the page
        self.pre: list[int] = []  # how deep the elements stand that keep their line breaks

    def run(self) -> Tree:
        html, search, pos, stack = self.html, TAG.search, 0, self.stack
        while match := search(html, pos):
            start, end = match.span()
            if start > pos and (self.runs or not html[pos:start].isspace()):
                self.text(pos, start)
            pos = end
            slash, name, attrs, leaf, comment, cdata = match.groups()
            if name:
                name = name.lower()
                if slash:
                    if stack[-1][0] == name and not stack[-1][3] and not self.pre:
                        if self.runs and name not in INLINE:
                            self.flush()
                        stack.pop()
                        self.open[name] -= 1
                    else:
                        self.close(name, start, end)
                    continue
                if leaf is not None:
                    if self.leaf(name, attrs, leaf, match.start(4), start, end):
                        continue
                    pos = end = match.start(4)
                if name == "ul" and (past := self.links(attrs, start, end)):
                    pos = past
                elif name in SKIPPED and not (self.keep_hidden and name in FALLBACK):
                    pos = self.skip(name, attrs, end)
                else:
                    self.start_tag(name, attrs, start, match.start(3))
            elif comment:
                found = html.find("-->", end)
                pos = found + 3 if found >= 0 else len(html)
            elif cdata:
                pos = end
        if pos < len(html):
            self.text(pos, len(html))
        self.flush()
        for entry in self.stack:
            if entry[3]:
                self.tree.dropped.append(Dropped(entry[4], len(html), entry[3]))
        return self.tree

    def text(self, start: int, end: int) -> None:
        """Take a run of text into the open line."""
        _, _, link, hides, _ = self.stack[-1]
        if hides:
            return
        chunk = self.html[start:end]
        if chunk.isspace() and "\u3000" not in chunk and "\xa0" not in chunk:
            if self.runs and not self.pre:
                self.runs.append((start, end, link))
            return
        breaks = [m.end() for m in INDENT_BREAK.finditer(chunk)] if "\u3000\u3000" in chunk else []
        if self.pre:
            breaks = [place + 1 for place, char in enumerate(chunk) if char == "\n"]
        at = 0
        for place in breaks:
            self.runs.append((start + at, start + place, link))
            self.flush()
            at = place
        self.runs.append((start + at, end, link))

    def leaf(self, name: str, attrs: str, text: str, at: int, start: int, end: int) -> bool:
        """Take an element that holds only text, at `at`, in one step; False when it wants more."""
        if name in VOID or name in SKIPPED or self.pre:
            return False
        styled = bool(attrs) and may_hide(attrs)
        if styled and "white-space" in attrs:
            return False
        _, _, link, above, _ = self.stack[-1]
        if above:
            return True
        inline = name in INLINE
        if styled and (why := self.hides(name, attrs)):
            self.tree.dropped.append(Dropped(start, end, why))
            if not inline:
                self.flush()
            return True
        if inline:
            if name == "a":
                if self.open["a"]:
                    return False
                link = link or "name=" not in attrs
            if text and not text.isspace():
                self.runs.append((at, at + len(text), link))
            elif text and self.runs:
                self.text(at, at + len(text))
            return True
        if "\u3000\u3000" in text:
            return False
        if self.runs:
            self.flush()
        if self.stack[-1][0] in CLOSED:
            self.close_implied(name, start)
        if text and not text.isspace():
            self.tree.lines.append(Line(self.element(name, attrs), [(at, at + len(text), link)]))
        return True

    def links(self, attrs: str, start: int, at: int) -> int:
        """Take a long list of links in one step, as one line; 0 when it is none, else where it ends."""
        match = LINKS.match(self.html, at)
        if match is None or self.pre or self.stack[-1][3]:
            return 0
        html, end = self.html, match.end()
        if may_hide(attrs) or may_hide(html[at:end]):
            return 0
        runs: list[tuple[int, int, bool | None]] = [
            (*link.span(1), True) for link in LINK_TEXT.finditer(html, at, end) if link[1].strip()
        ]
        self.flush()
        if self.stack[-1][0] in CLOSED:
            self.close_implied("ul", start)
        if runs:
            self.tree.lines.append(Line(self.element("ul", attrs), runs))
        return match.end()

    def flush(self) -> None:
        """End the open line."""
        if self.runs:
            self.tree.lines.append(Line(self.stack[-1][1], self.runs))
            self.runs = []

    def start_tag(self, name: str, attrs: str, start: int, attrs_at: int) -> None:
        """Open an element, or note a void one."""
        if name in VOID:
            if name in ("br", "hr"):
                self.flush()
            elif name in ("meta", "link", "base"):
                self.tree.metas.append((name, attrs_at, attrs_at + len(attrs)))
            elif name == "img":
                self.tree.images += 1
            return
        if name in INLINE:
            if name == "a" and self.open["a"]:
                self.pop("a", start, start)
            _, node, link, above, _ = self.stack[-1]
            hides = above or (self.hides(name, attrs) if may_hide(attrs) else "")
            special = name == "a" or self.open[name] or (hides and not above)
            if special and len(self.stack) < _MAX_DEPTH:
                self.push(name, node, link or (name == "a" and "name=" not in attrs), hides, start)
            return
        if self.runs:
            self.flush()
        if self.stack[-1][0] in CLOSED:
            self.close_implied(name, start)
        if len(self.stack) >= _MAX_DEPTH:
            return
        _, _, link, above, _ = self.stack[-1]
        hides = above or (self.hides(name, attrs) if may_hide(attrs) else "")
        self.push(name, self.element(name, attrs), link, hides, start)
        if name == "pre" or ("white-space" in attrs and PRE.search(attrs)):
            self.pre.append(len(self.stack))

    def element(self, name: str, attrs: str) -> int:
        """Add a block to the tree; return its number."""
        tree = self.tree
        tree.tags.append(name)
        tree.parents.append(self.stack[-1][1])
        tree.sigs.append(signature(attrs) if attrs else "")
        return len(tree.tags) - 1

    def close_implied(self, name: str, start: int) -> None:
        """Close what a block's start tag closes without an end tag: an open paragraph, row or item."""
        closes = CLOSES.get(name)
        while (top := self.stack[-1][0]) == "p" or (closes and top in closes):
            self.pop(top, start, start)

    def hides(self, name: str, attrs: str) -> str:
        """Return why an element is not shown, "" when it is."""
        return "" if self.keep_hidden else hides(name, attrs)

    def push(self, name: str, node: int, link: bool, hides: str, start: int) -> None:
        self.stack.append((name, node, link, hides, start))
        self.open[name] += 1

    def close(self, name: str, start: int, end: int) -> None:
        """Close an element that is open; a stray `</p>` or `</br>` still ends the line."""
        inline = name in INLINE
        if self.runs and not inline:
            self.flush()
        if self.open[name] and (self.stack[-1][0] == name or self.reaches(name, inline)):
            self.pop(name, start, end)

    def reaches(self, name: str, inline: bool) -> bool:
        """True when an end tag may close its element: not across a block or a table cell."""
        for entry in reversed(self.stack):
            if entry[0] == name:
                return True
            if (inline and entry[0] not in INLINE) or (entry[0] in TABLE and name not in TABLE):
                return False
        return False

    def pop(self, name: str, start: int, end: int) -> None:
        """Take elements from the stack down to the nearest open `name`."""
        if self.runs and name not in INLINE:
            self.flush()
        stack = self.stack
        while len(stack) > 1:
            top, _, _, hides, at = stack.pop()
            self.open[top] -= 1
            if hides and not stack[-1][3]:
                self.tree.dropped.append(Dropped(at, end if top == name else start, hides))
            if self.pre and self.pre[-1] > len(stack):
                self.pre.pop()
            if top == name:
                return

    def skip(self, name: str, attrs: str, at: int) -> int:
        """Pass over an element whose content is no text; return where it ends."""
        if attrs.endswith("/") and name in ("svg", "math", "iframe", "object", "xml"):
            return at
        html = self.html
        place = len(html) if name in self.endless else html_end(html, name, at)
        if place == len(html) and name not in ("script", "style"):
            self.endless.add(name)
            return at
        if name == "title":
            self.tree.title = self.tree.title or (at, place)
        elif name == "script":
            self.tree.scripts.append((attrs, at, place))
        close = html.find(">", place)
        return close + 1 if close >= 0 else len(html)
