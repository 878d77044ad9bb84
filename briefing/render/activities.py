"""What a person did, as a list of people shows it.

A word that only tells that somebody spoke (说, 表示, said) is how the page leads to a quotation; in
a list, where no quotation follows, it reads as a sentence broken off.
"""

from collections.abc import Sequence

_SPEAKING = frozenset(
    [
        "说",
        "表示",
        "介绍",
        "称",
        "指出",
        "强调",
        "认为",
        "告诉",
        "告诉记者",
        "坦言",
        "直言",
        "透露",
        "谈到",
        "提到",
        "补充",
        "解释",
        "回答",
        "回应",
        "提出",
        "介绍说",
        "表示说",
        "said",
        "says",
        "told",
        "noted",
        "added",
        "stated",
        "stressed",
        "explained",
        "remarked",
    ]
)


def shown(roles: Sequence[str]) -> tuple[str, ...]:
    """Return the words that tell more than that somebody spoke."""
    return tuple(role for role in roles if role.lower() not in _SPEAKING)
