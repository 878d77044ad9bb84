"""A page as the search for its article sees it: elements, the lines in them, prose by line.

Prose is characters outside links, in lines with punctuation.
"""

from dataclasses import dataclass, field
from itertools import accumulate

from briefing.cleaning import html_marks as marks
from briefing.cleaning.html_tree import Line, Tree


@dataclass
class Page:
    """A tree with the value of each line, and the chrome kind and line range of each element."""

    tree: Tree
    values: list[float]
    kinds: list[str] = field(default_factory=list)  # chrome kind by element, inherited
    first: list[int] = field(default_factory=list)  # line range by element
    last: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    sums: list[float] = field(default_factory=list)  # of the values of all lines before
    letters: list[int] = field(default_factory=list)  # the same of their lengths
    links: list[int] = field(default_factory=list)  # the same of their letters in links

    def span(self, node: int) -> range:
        """Return the numbers of the lines in an element."""
        return range(self.first[node], self.last[node] + 1)

    def held(self, node: int) -> float:
        """Return how much prose stands in an element."""
        return self.sums[self.last[node] + 1] - self.sums[self.first[node]]


def value(line: Line) -> float:
    """Return how many characters of prose a line holds."""
    plain = len(line.text) - line.links
    if plain < 8 or line.links > 3 * plain:
        return 0
    least = 1 if plain >= 25 else 2
    told = marks.MARKS.search(line.text) is not None
    if told and least > 1:
        told = len(marks.MARKS.findall(line.text)) >= least
    return plain if told or marks.END_MARK.search(line.text) else plain * 0.1


def measure(tree: Tree) -> Page:
    """Compute the value of every line and the range of lines of every element."""
    count, lines = len(tree.tags), tree.lines
    page = Page(tree, [value(line) for line in lines])
    page.sums = [0.0, *accumulate(page.values)]
    page.letters = [0, *accumulate(len(line.text) for line in lines)]
    page.links = [0, *accumulate(line.links for line in lines)]
    page.first, page.last = [len(lines)] * count, [-1] * count
    page.children = [[] for _ in range(count)]
    first, last, parents = page.first, page.last, tree.parents
    for number, line in enumerate(lines):
        if last[line.node] < 0:
            first[line.node] = number
        last[line.node] = number
    for node in range(count - 1, 0, -1):
        if last[node] >= 0:
            up = parents[node]
            if first[node] < first[up]:
                first[up] = first[node]
            if last[node] > last[up]:
                last[up] = last[node]
            page.children[up].append(node)
    for kids in page.children:
        kids.reverse()
    return page
