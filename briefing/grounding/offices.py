"""Tell whether an office, place or company is the one of a person's post.

In:  the mentions of a person, an office and the titles that are claimed with it (all squeezed).
Out: whether the article says so.

Office and title stand together: 市委副书记、开发区党工委书记 makes nobody the secretary of the city. A bare title
(局长, 副主席) is of the office that its list or the person before names; who has an office of their own has no other.
"""

import re

from briefing.grounding import name_words as words
from briefing.grounding.posts import Mention
from briefing.grounding.reading import Reading

_COMPANIES = ("公司", "集团", "合作社", "工厂", "酒店", "医院", "学校")
_PUBLIC = re.compile(r"[省市区县镇乡州][委长府]|[局委办厅府处村]|书记|街道|部长|代表")
"""What a title says of a public office: its holder is not of the company that the sentence names."""

_OF_PLACE = re.compile(r"(?:(?:常务)?副|代)?(?P<place>[省市区县镇乡州旗])[长委]")
_ELSEWHERE = re.compile(r"[省市区县镇乡州旗村]|街道|(?<!宣传)(?<!组织)(?<!统战)(?<!武装)部(?!门)")
"""What a title says of a place or a ministry of its own."""
_APPOSED = re.compile(r",(?:[^.;,]{2,80},?){1,2}")


def belongs(
    reading: Reading,
    mention: Mention,
    everywhere: list[Mention],
    office: str,
    titles: tuple[str, ...],
) -> bool:
    """Tell whether `office` is said of the person who is mentioned, as the one of `titles`."""
    if office.isascii():
        apposed = _APPOSED.match(mention.sentence.text, mention.end)
        return office in mention.run or (apposed is not None and office in apposed[0])
    if any(_in_titles(other, office, titles) for other in everywhere):
        return True
    lead = mention.sentence.text[: mention.start]
    own = "".join(mention.titles)
    head = re.escape(own.removeprefix("副"))
    if own.startswith("副") and re.search(rf"{re.escape(office)}[^,;。]{{0,10}}{head}", lead):
        return True  # 区政协主席A,副主席B: B is of the same office
    before = lead.removesuffix(own).removesuffix(mention.run)
    if before.endswith(office) and not mention.run:
        return True  # 区住建局陈明主任
    if office.endswith(_COMPANIES):
        return not _PUBLIC.search(own) and _of_company(reading, mention, office, own, before)
    placed = _OF_PLACE.match(own)
    if placed and office.endswith(placed["place"]) and _is_last(lead, office):
        return True
    for place in reading.region:
        rest = office.removeprefix(place)
        if (
            rest
            and rest != office
            and own.partition(rest)[0] in ("", place[-1], place)
            and rest in own
        ):
            return True
    return office in reading.region and (
        bool(placed and office.endswith(placed["place"]))
        or (own.startswith(office[-1]) and office[-1] not in "市省")
        or not _ELSEWHERE.search(own)
    )


def _in_titles(mention: Mention, office: str, titles: tuple[str, ...]) -> bool:
    """Tell whether a mention's titles say `office` of one of the claimed `titles`."""
    for place, title in enumerate(mention.titles):
        if office not in title:
            continue
        if not titles:
            return True
        later = mention.titles[place + 1 :]
        for wanted in titles:
            whole = title.endswith(wanted) and not words.RANK_WORD.search(title[: -len(wanted)])
            if (
                whole
                or (office in wanted and wanted in title)
                or (wanted in later and _is_bare(wanted, office))
            ):
                return True
    return False


def _is_bare(title: str, office: str) -> bool:
    """Tell whether a title without an office of its own may be of `office`: 区长 of a 区, 局长 of any."""
    placed = _OF_PLACE.match(title)
    return placed is None or placed["place"] in office


def _is_last(lead: str, office: str) -> bool:
    """Tell whether `office` is the last place of its kind in `lead`: 东山县…,西山县委书记A、县长B."""
    found = lead.rfind(office)
    other = rf"[\u4e00-\u9fff]{{2}}{office[-1]}(?!长)"
    return found >= 0 and not re.search(other, lead[found + len(office) :])


def _of_company(reading: Reading, mention: Mention, office: str, own: str, before: str) -> bool:
    """Tell whether a company that is named before is the one of a post: 在甲公司,车间主任A; 集团总经理B."""
    if own.startswith(office[-2:]):
        above = "".join(
            one.text
            for one in reading.paragraph(mention.sentence)
            if one.number < mention.sentence.number
        )
        told = above + before
        return office in told and not any(
            kind in told[told.rfind(office) + len(office) :] for kind in _COMPANIES
        )
    return before.rstrip(",").endswith(office) and not any(kind in own for kind in _COMPANIES)
