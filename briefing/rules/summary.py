"""Write the template sentences of a summary: plain words with slots, no digit, no name.

The slots stand for findings: {{F1}} is the first figure of the same claims. Code that knows
what was proven fills them; a slot that was refused makes it leave the summary out.
"""

from collections.abc import Sequence

from briefing.records import Claims, Figure

_DID = ("主持", "出席", "讲话", "调研", "参加")
"""What makes a sentence with a name alone; 表示 or 说 would break off without what was said."""

_MOST_FIGURES = 3


def compose(claims: Claims) -> str:
    """Return a few short sentences, "" when there is nothing to say."""
    parts: list[str] = []
    if claims.officials:
        first = claims.officials[0]
        role = next((role for role in _DID if role in first.roles), "")
        who = "{{O1.title}}{{O1}}" if first.titles else "{{O1}}"
        parts.append(f"{who}{role}。" if role else f"相关人员：{who}。")
    if figures := _telling(claims.figures):
        parts.append(f"{'，'.join(figures)}。")
    if claims.targets:
        parts.append("目标：{{T1}}。")
    if claims.next_steps:
        parts.append("下一步：{{N1}}。")
    if claims.shortfalls:
        parts.append("问题：{{S1}}。")
    return "".join(parts)


def _telling(figures: Sequence[Figure]) -> list[str]:
    """Return metric and number of the first figures, those with a period before the others."""
    order = sorted(range(len(figures)), key=lambda place: (figures[place].period is None, place))
    chosen = sorted(order[:_MOST_FIGURES])
    return [f"{{{{F{place + 1}.metric}}}}{{{{F{place + 1}}}}}" for place in chosen]
