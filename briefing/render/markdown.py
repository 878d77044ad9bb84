"""Markdown: CommonMark with GFM tables and footnotes.

Every fact carries a footnote with the sentence it comes from. One item a line, so that two
issues can be compared line by line.
"""

from briefing.records import Briefing
from briefing.render import Options
from briefing.render.environments import environment, fill, markdown_url
from briefing.render.environments import markdown as escape
from briefing.render.view import View

TEMPLATE = "weekly.md.j2"


def markdown(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as Markdown in UTF-8."""
    env = environment(escape, options.templates, {"url": markdown_url})
    return fill(env, TEMPLATE, View(briefing)).encode()
