"""Mark the parts of a page that are no article: by name, by label, as rows of teasers or replies.

In:  a measured `Page`. Out: `page.kinds` filled: a kind of chrome for each element, "" for none.
"""

import re
from bisect import bisect_left

from briefing.cleaning import html_marks as marks
from briefing.cleaning.html_page import Page
from briefing.cleaning.html_tree import Line

_CHROME_TAGS = {"nav": "nav", "footer": "footer", "aside": "aside"}
_DIGITS = re.compile(r"\d+")


def mark(page: Page) -> bool:
    """Mark every element; True when rows of teasers were among them."""
    _name(page)
    listing = _group(page)
    _label(page)
    _rescue(page)
    return listing


def reopen(page: Page) -> bool:
    """Clear the mark of the part with the most prose, for a page that has none left; True if done.

    A column of commentary may be called comment, a box around everything share. Rows of teasers,
    rows of replies and the foot stay as they are.
    """
    tree, best, most = page.tree, 0, 80.0
    for node in range(1, len(tree.tags)):
        kind = page.kinds[node]
        if not kind or page.kinds[tree.parents[node]] or kind in ("links", "footer"):
            continue
        lines = [tree.lines[number] for number in page.span(node)]
        replies = sum(len(line.text) < 60 and bool(marks.REPLY.search(line.key)) for line in lines)
        linked = sum(line.links > 0.6 * len(line.text) for line in lines)
        if page.held(node) > most and replies < 2 and linked < 3:
            best, most = node, page.held(node)
    if best:
        _unmark(page, best)
    return best > 0


def _name(page: Page) -> None:
    """Mark elements by tag, id and class. A name around most of the page says nothing."""
    tree = page.tree
    total = sum(len(line.text) for line in tree.lines)
    sizes = [0] * len(tree.tags)
    for line in tree.lines:
        sizes[line.node] += len(line.text)
    for node in range(len(tree.tags) - 1, 0, -1):
        sizes[tree.parents[node]] += sizes[node]
    page.kinds = [""] * len(tree.tags)
    for node in range(1, len(tree.tags)):
        above = page.kinds[tree.parents[node]]
        if above or page.last[node] < 0 or tree.tags[node] in ("html", "body"):
            page.kinds[node] = above
            continue
        own = _CHROME_TAGS.get(tree.tags[node]) or marks.kind(tree.sigs[node])
        if own == "good" or (own != "comment" and sizes[node] > 0.6 * total):
            own = ""
        page.kinds[node] = own


def _mark(page: Page, node: int, kind: str) -> None:
    """Mark an element and all within it."""
    page.kinds[node] = kind
    stack = list(page.children[node])
    while stack:
        node = stack.pop()
        page.kinds[node] = kind
        stack.extend(page.children[node])


def _group(page: Page) -> bool:
    """Mark rows of like elements that are teasers or replies; True if teasers were found."""
    tree, teasers = page.tree, 0
    for parent in range(len(tree.tags)):
        kids = page.children[parent]
        if len(kids) < 2 or page.kinds[parent]:
            continue
        groups: dict[tuple[str, str], list[int]] = {}
        for kid in kids:
            if tree.tags[kid] not in ("p", "td", "th") and not page.kinds[kid]:
                key = (tree.tags[kid], _DIGITS.sub("#", tree.sigs[kid]))
                groups.setdefault(key, []).append(kid)
        for key, members in groups.items():
            kind = _row_kind(page, members, numbered="#" in key[1])
            if kind:
                teasers += len(members) if kind == "links" else 0
                for member in members:
                    _mark(page, member, kind)
    return teasers >= 3


def _row_kind(page: Page, members: list[int], *, numbered: bool) -> str:
    """Return what a row of like elements is: links, comment or nothing special."""
    if len(members) < (2 if numbered else 3):
        return ""
    lines = page.tree.lines
    linked = replies = 0
    for member in members:
        first, last = page.first[member], page.last[member] + 1
        own = lines[first:last]
        size = page.letters[last] - page.letters[first]
        if page.links[last] - page.links[first] > 0.5 * size or (size < 400 and _led(own)):
            linked += 1
        if len(own) >= 2 and any(
            len(line.text) < 60 and marks.REPLY.search(line.key) for line in own
        ):
            replies += 1
    if linked >= 0.7 * len(members):
        return "links"
    return "comment" if replies >= 0.7 * len(members) else ""


def _led(lines: list[Line]) -> bool:
    """True when one of the first lines is a link: a teaser with its headline."""
    return any(line.links >= 6 and line.links > 0.6 * len(line.text) for line in lines[:4])


def _label(page: Page) -> None:
    """Mark what stands under a label such as 相关阅读 or 网友评论."""
    tree = page.tree
    for number, line in enumerate(tree.lines):
        if len(line.text) > 30 or page.kinds[line.node] or not marks.LABEL.match(line.key):
            continue
        kind = "comment" if marks.COMMENT_LABEL.search(line.key) else "related"
        node = line.node
        while node and page.first[tree.parents[node]] == number:
            up = tree.parents[node]
            if page.held(up) > 0.5 * page.sums[-1] and kind != "comment":
                break
            node = up
        if node and page.first[node] == number and page.last[node] > number:
            _mark(page, node, kind)
            continue
        for kid in _after(page, node, number, kind):
            _mark(page, kid, kind)


def _after(page: Page, node: int, number: int, kind: str) -> list[int]:
    """Return the elements behind a label, within its parent, that belong to the label."""
    up = page.tree.parents[node] if node else -1
    if up < 0:
        return []
    kids = page.children[up]
    begin = bisect_left(kids, number, key=lambda kid: page.first[kid])
    before = page.sums[number] - page.sums[page.first[up]]
    after = page.sums[page.last[up] + 1] - page.sums[number]
    if kind == "comment" or after < 0.5 * before:
        return kids[begin:]
    found = []
    for place in range(begin, len(kids)):
        own = [page.tree.lines[n] for n in page.span(kids[place])]
        linked = sum(line.links for line in own) >= 0.5 * sum(len(line.text) for line in own)
        if kids[place] != node and not linked:
            break
        found.append(kids[place])
    return found


def _rescue(page: Page) -> None:
    """Give a thread its first post back: all prose was taken for replies."""
    tree = page.tree
    open_prose = sum(
        value
        for value, line in zip(page.values, tree.lines, strict=True)
        if not page.kinds[line.node]
    )
    for node in range(1, len(tree.tags)):
        if page.kinds[node] == "comment" and page.kinds[tree.parents[node]] != "comment":
            held = page.held(node)
            if held >= 60 and open_prose < 0.3 * held:
                own = marks.kind(tree.sigs[node]) == "comment"
                rows = page.children[node] if own else [node]
                for kid in rows[:1]:
                    _unmark(page, kid)
            return


def _unmark(page: Page, node: int) -> None:
    """Clear the mark of an element; what its inner names say holds again."""
    tree = page.tree
    page.kinds[node] = ""
    for kid in page.children[node]:
        own = _CHROME_TAGS.get(tree.tags[kid]) or marks.kind(tree.sigs[kid])
        if own in ("", "good"):
            _unmark(page, kid)
        else:
            _mark(page, kid, own)
