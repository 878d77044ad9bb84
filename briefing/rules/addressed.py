"""Read a name that is called by its post: 李伟光副书记, 财政局陈家明局长.

In:  a folded text and the head word of a title in it. Out: the name right before the post.
"""

import re

from briefing.rules.lexicon import COMPOUND_SURNAMES, GIVEN, NOT_NAMES, SURNAMES
from briefing.rules.naming import STOPS, Named

_PLACES = frozenset("省市区县镇乡州")
"""Before 长 without 副 two letters are a place: 高雄|市长."""

_RANK = re.compile(r"(?:常务)?副总?$")
_ADDRESS = re.compile(r"(?:(?:常务)?副总?)?(?:书记|[省市区县镇乡州局厅部院校]长|主任|主席)")
_OFFICES = "委府局会部厅办院"
_NO_END = frozenset("会部局办委院政全")
"""Letters that end offices and words of them, not names."""


def before(text: str, head: re.Match[str]) -> Named | None:
    """Return the whole name before a post, after a stop or an office."""
    rank = _RANK.search(text, max(0, head.start() - 4), head.start())
    place = rank.start() if rank else head.start()
    if not _ADDRESS.match(text, place):
        return None
    for length, ahead in (
        (3, STOPS + _OFFICES + "前后日天"),
        (2, STOPS + (_OFFICES if rank else "")),
    ):
        start = place - length
        name = text[start:place] if start >= 0 else ""
        surname = 2 if length == 3 and name[:2] in COMPOUND_SURNAMES else 1
        known = surname == 2 or name[:1] in SURNAMES
        known = known and all(char in GIVEN for char in name[surname:])
        word = name[:2] in NOT_NAMES or name[-1:] in _NO_END
        word = word or (length == 2 and not rank and text[place] in _PLACES)
        if known and not word and (not start or text[start - 1] in ahead):
            return Named(start, place)
    return None
