"""Find the article in the lines of a page.

In:  a `Tree` whose lines have their text. Out: a `Choice`: a role for every line.

Prose is what counts: characters outside links in lines with punctuation. The parts that are no article
are marked first (`html_chrome`). Then the walk goes down from the page to the element that holds
nearly all prose left, and the lines around and inside that element are sorted into title, header,
body and chrome.
"""

import re
from dataclasses import dataclass

from briefing.cleaning import html_chrome
from briefing.cleaning import html_marks as marks
from briefing.cleaning.html_page import Page, measure
from briefing.cleaning.html_roles import HEADINGS, body_role, inner, is_header
from briefing.cleaning.html_tree import Line, Tree

_TITLE = re.compile(r"tit|headline|bt\b", re.I)  # what pages call the element of a title
_HEADLINE = 8  # letters at least
_LISTS = frozenset({"ol", "ul", "li", "dl", "dd", "blockquote"})  # parts of a text, seldom a whole


@dataclass
class Choice:
    """What was decided: `roles` and `parts` have one entry a line."""

    roles: list[str]
    parts: list[int]
    prose: int = 0  # characters of prose in the body
    confidence: float = 0.0
    listing: bool = False  # the page is made of teasers and links
    main: int = 0


def choose(tree: Tree, title: str) -> Choice:
    """Sort the lines of `tree` into roles; `title` is the page's own title, may be empty."""
    page = measure(tree)
    if not tree.lines:
        return Choice([], [])
    listing = html_chrome.mark(page)
    choice = _chosen(page, title)
    if choice.prose < 30 and html_chrome.reopen(page):
        choice = _chosen(page, title)
    if choice.prose < 30:
        _figures(page, choice, title)
    choice.listing = listing
    return choice


def _figures(page: Page, choice: Choice, title: str) -> None:
    """Take a table of figures for the article of a page that has no prose: a statistical table."""
    tree, roles = page.tree, choice.roles
    rows = [
        number
        for number, line in enumerate(tree.lines)
        if line.row and roles[number] == "other" and not line.links and not is_header(line)
    ]
    if sum(any(char.isdigit() for char in tree.lines[number].text) for number in rows) < 3:
        return
    top = _title(tree, title, range(rows[0]), roles)
    if top is None:
        return
    roles[top] = "title"
    for number in range(top + 1, rows[0]):
        roles[number] = "header" if roles[number] == "other" else roles[number]
    for number in rows:
        roles[number] = "table"
    choice.prose = sum(len(tree.lines[number].text) for number in rows)
    choice.confidence = 0.4


def _chosen(page: Page, title: str) -> Choice:
    """Find the article among what is not marked."""
    tree = page.tree
    roles = [page.kinds[line.node] for line in tree.lines]
    for number, line in enumerate(tree.lines):
        if not roles[number] and len(line.text) < 200 and marks.FOOTER.search(line.key):
            roles[number] = "footer"
    main, share = _descend(page, roles)
    choice = Choice(roles, [0] * len(roles), main=main)
    _sort(page, choice, title)
    choice.confidence = round(share * min(1.0, choice.prose / 120), 2)
    return choice


def _descend(page: Page, roles: list[str]) -> tuple[int, float]:
    """Return the element that holds the article, and its share of the prose of the page."""
    tree = page.tree
    held = [0.0] * len(tree.tags)
    for number, line in enumerate(tree.lines):
        if not roles[number]:
            held[line.node] += page.values[number]
    for node in range(len(tree.tags) - 1, 0, -1):
        held[tree.parents[node]] += held[node]
    node = 0
    while True:
        kids = [kid for kid in page.children[node] if held[kid] > 0 and tree.tags[kid] != "p"]
        if not kids:
            break
        best = max(kids, key=lambda kid: held[kid])
        if _has_twin(page, held, best, kids):
            break
        if tree.tags[best] in _LISTS and held[best] < 0.97 * held[node]:
            break
        if held[best] < 0.72 * held[node] and not _stands_out(page, held, best, kids):
            break
        node = best
    return node, held[node] / held[0] if held[0] else 0.0


def _has_twin(page: Page, held: list[float], best: int, kids: list[int]) -> bool:
    """True when another child is an article of the same make: both are wanted."""
    tree = page.tree

    def headed(node: int) -> bool:
        return any(tree.tags[tree.lines[n].node] in HEADINGS for n in page.span(node))

    twins = [
        kid
        for kid in kids
        if kid != best
        and held[kid] >= 80
        and (tree.tags[kid], tree.sigs[kid]) == (tree.tags[best], tree.sigs[best])
    ]
    return bool(twins) and headed(best) and all(headed(kid) for kid in twins)


def _stands_out(page: Page, held: list[float], best: int, kids: list[int]) -> bool:
    """True when one child is a text of several paragraphs and no other child is like it."""
    tree = page.tree
    rows = sum(page.values[n] >= 20 for n in page.span(best))
    rivals = [kid for kid in kids if kid != best and held[kid] > 0.3 * held[best]]
    alike = [
        kid
        for kid in kids
        if (tree.tags[kid], tree.sigs[kid]) == (tree.tags[best], tree.sigs[best])
    ]
    return rows >= 2 and not rivals and len(alike) == 1


def _sort(page: Page, choice: Choice, title: str) -> None:
    """Give every line of the main element, and the title above it, its role."""
    tree, roles, span = page.tree, choice.roles, page.span(choice.main)
    prose = [
        n
        for n in span
        if not roles[n]
        and page.values[n] >= 8
        and not is_header(tree.lines[n])
        and not _is_title(tree, tree.lines[n], title)
    ]
    if not prose:
        for number, role in enumerate(roles):
            roles[number] = role or "other"
        return
    begin, end = prose[0], span[-1]
    top = _title(tree, title, range(0, begin + 1), roles)
    lead = max((n for n in range(begin) if n == top or is_header(tree.lines[n])), default=begin)
    for number, line in enumerate(tree.lines):
        if number == top:
            roles[number] = "title"
        elif roles[number]:
            continue
        elif number not in span:
            if top is not None:
                near = top < number < begin
            else:  # a title that no mark makes one
                near = number == begin - 1 and not title and len(line.text) >= _HEADLINE
            roles[number] = "header" if near else "other"
        elif number < begin:
            body = line.node == tree.lines[begin].node or _same_row(page, line, tree.lines[begin])
            body = body or (number > lead and tree.tags[line.node] in HEADINGS)
            roles[number] = "header" if is_header(line) or not body else body_role(tree, line)
        else:
            roles[number] = inner(tree, line, page.values[number])
    _stamp_above(tree, roles, top if top is not None else begin, begin)
    _tail(page, choice, prose[-1], end)
    if top is not None:
        _part(tree, choice, top, range(begin, end + 1))
    choice.prose = int(
        sum(page.values[n] for n in prose if roles[n] in ("body", "heading", "table"))
    )


def _stamp_above(tree: Tree, roles: list[str], top: int, begin: int) -> None:
    """Where no stamp stands under the title, take the nearest one above it: e-papers do so."""
    if any(marks.STAMP.search(tree.lines[number].text) for number in range(top + 1, begin)):
        return
    for number in range(top - 1, max(top - 15, -1), -1):
        line = tree.lines[number]
        if (
            len(line.text) < 120
            and line.links <= 0.4 * len(line.text)
            and roles[number] in ("other", "nav", "header")
            and marks.STAMP.search(line.text)
        ):
            roles[number] = "header"
            return


def _same_row(page: Page, line: Line, first: Line) -> bool:
    tree = page.tree
    return (
        tree.parents[line.node] == tree.parents[first.node]
        and tree.tags[line.node] == tree.tags[first.node]
    )


def _tail(page: Page, choice: Choice, last: int, end: int) -> None:
    """Sort the lines behind the last prose: a signature and a date stay, tools go."""
    tree, roles = page.tree, choice.roles
    for number in range(last + 1, end + 1):
        line = tree.lines[number]
        if roles[number] not in ("body", "heading", "caption"):
            continue
        same = line.node == tree.lines[last].node or _same_row(page, line, tree.lines[last])
        if not same or (is_header(line) and not marks.STAMP.fullmatch(line.text)):
            roles[number] = "tools"


def _part(tree: Tree, choice: Choice, top: int, span: range) -> None:
    """Number the articles of a page: a line like the title, with a stamp or outlet below it, begins one."""
    first, part = tree.lines[top].node, 0
    like = tree.tags[first], tree.sigs[first]
    if like[0] not in HEADINGS and not like[1]:
        return
    for number in span:
        node = tree.lines[number].node
        if (
            choice.roles[number] in ("body", "heading")
            and (tree.tags[node], tree.sigs[node]) == like
            and number + 1 in span
            and is_header(tree.lines[number + 1])
        ):
            part += 1
            choice.roles[number], choice.roles[number + 1] = "title", "header"
        choice.parts[number] = part


def _is_title(tree: Tree, line: Line, title: str) -> bool:
    """True for a line that may be the title although it has the marks of prose."""
    text = line.text
    if not 4 <= len(text) <= 90 or text[-1] in "。；;":
        return False
    return tree.tags[line.node] in HEADINGS or text.replace(" ", "") in title.replace(" ", "")


def _title(tree: Tree, title: str, before: range, roles: list[str]) -> int | None:
    """Return the number of the line that is the title, None when none is."""
    best, found = 0.0, None
    for number in before:
        line = tree.lines[number]
        if not 4 <= len(line.text) <= 90 or line.text[-1] in "。；;" or roles[number] == "links":
            continue
        score = 0.0
        if title and line.text.replace(" ", "") in title.replace(" ", ""):
            score = 2 + len(line.text) / 100
        elif title and len(line.text) > 10 and title[:12] in line.text:
            score = 1.5
        tag = tree.tags[line.node]
        score += {"h1": 1.2, "h2": 0.9, "h3": 0.6}.get(tag, 0)
        if not score and _TITLE.search(tree.sigs[line.node]):
            score = 0.5
        if roles[number]:
            score -= 1.4
        if is_header(line):
            score -= 1
        if score >= best and score > 0.4:
            best, found = score, number
    return found
