"""Write the template sentences of a summary: plain words with slots, no digit, no name.

The slots stand for findings: {{F1}} is the first figure of the same claims. Code that knows
what was proven fills them; a slot that was refused makes it leave the summary out.
"""

from briefing.records import Claims


def compose(claims: Claims) -> str:
    """Return one or two sentences, "" when there is nothing to say."""
    parts = []
    if claims.officials:
        parts.append(
            "{{O1}}等参加有关工作。" if len(claims.officials) > 1 else "{{O1}}参加有关工作。"
        )
    slots = ["{{F" + str(number) + "}}" for number in range(1, min(3, len(claims.figures)) + 1)]
    if slots:
        parts.append(f"文中主要数据:{'、'.join(slots)}。")
    if claims.targets:
        parts.append("目标:{{T1}}。")
    if claims.next_steps:
        parts.append("下一步:{{N1}}。")
    if claims.shortfalls:
        parts.append("存在的不足:{{S1}}。")
    return "".join(parts)
