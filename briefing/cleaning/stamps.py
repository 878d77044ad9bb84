"""When a page says that it was published.

In:  the folded text around the article, the hints of an HTML page, the address.
Out: a `Stamp` with the words that give the date, or None and a note.

Order of trust: a labelled stamp near the title, a bare one there, what the page's code says,
the address, the dateline (its year from elsewhere), the day under the signature. Dates that do
not exist and stamps without a year give nothing: no clock is asked and no day is made up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.records import Precision

# A few blanks only: a page may hold a million between a date and what comes next.
_CLOCK = r"(?:[\sT,]{0,8}(?:\(?(?:星期|周)[一二三四五六日天]\)?\s{0,4})?(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?"
# Every form behind its first character, so that the search may look for those alone: the whole of it
# is five times faster. What the first character belongs to is read backwards.
_NUMERIC = r"(?<![\d.][12])(?:9(?<=19)|0(?<=20))\d\d(?<=(?P<y>\d{4}))\s?(?:年\s?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?日?|(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?![\d])|\s(?P<m3>\d{1,2})/(?P<d3>\d{1,2})(?=\s+\d{1,2}:\d{2}))"
_DOTTED = (
    r"\d(?<![\d.]\d\d)(?<=(?P<dd>0[1-9]|[12]\d|3[01]))\.(?P<dm>0[1-9]|1[0-2])\.(?P<dy>20\d\d)(?!\d)"
)
_HAN = r"[〇○零Ｏ0一二三四五六七八九]{3}(?<=(?P<hy>[二一].{3}))年(?P<hm>[一二三四五六七八九十]{1,2})月(?P<hd>[一二三四五六七八九十]{1,3})日"
_ROC = r"国(?<=民国)\s?(?P<ry>\d{2,3})\s?年\s?(?P<rm>\d{1,2})\s?月\s?(?P<rd>\d{1,2})\s?日"
_ROC_BARE = (
    r"[0-3]\d(?<![\d.]\d\d\d)(?<=(?P<ly>1\d\d))[-/.](?P<lm>\d{1,2})[-/.](?P<ld>\d{1,2})(?![\d])"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ENGLISH = rf"[a-z][a-z](?<=\b...)(?<=(?P<en>{_MONTHS}))[a-z]*\.?\s+(?P<ed>\d{{1,2}}),?(?:\s\d{{1,2}}:\d\d)?\s+(?P<ey>(?:19|20)\d\d)\b"
_ENGLISH_DAY = rf"(?<=\b\d)(?P<fd>\d?)\s+(?P<fn>{_MONTHS})[a-z]*\.?,?\s+(?P<fy>(?:19|20)\d\d)\b"
_DATE = re.compile(
    rf"[\d一二民JFMASOND](?:{_NUMERIC}|{_DOTTED}|{_HAN}|{_ROC}|{_ROC_BARE}|{_ENGLISH}|{_ENGLISH_DAY}){_CLOCK}"
)
_LABEL = re.compile(
    r"(?P<best>(?:发布|发表|发稿|刊发|公开|上传|上网|报道|推送)\s?(?:时间|日期|于)|(?<![\u4e00-\u9fff])(?:时间|日期)|Published|Posted|[Dd]ate|[Tt]ime)|(?P<next>(?:更新|异动|录入|编辑|创建|生成|添加|提交|修改)(?:时间|日期|于)|Updated)|(?P<last>(?:成文|发文|印发)(?:时间|日期))|(?P<never>(?:(?:生效|失效|废止|截止|截稿|有效|施行|实施|公示|报名|活动|会议|申报|征集)(?:时间|日期|期限|期)|截止|截稿|截至)至?)"
)
_PINYIN = re.compile(r"\([^()\u4e00-\u9fff\s:]{1,6}\)")  # 發(fā)布時(shí)間
_MEETING = re.compile(r"(?:^|\s)(?:会议)?地点\s*:")
_NO_YEAR = re.compile(r"(?:^|[\s|:(\[])(?P<m>\d{2})[-/](?P<d>\d{2})\s+\d{1,2}:\d{2}")
_IMPOSSIBLE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}(?!\d))")
_IN_URL = (
    re.compile(
        r"/(?P<y>20\d\d)[-/_]?(?P<m>0[1-9]|1[0-2])[-/_]?(?P<d>0[1-9]|[12]\d|3[01])(?:/|_|\.|-|$)"
    ),
    re.compile(
        r"[/_]t?(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:_|\d{0,9}[_.])"
    ),
)
_DATELINE = re.compile(
    r"[^\s,。()]{0,20}?(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日[\u4e00-\u9fff]{0,4}[讯电](?=[\s(:,，（\]]|[\u4e00-\u9fff])"
)
# HARLOW, March 4, 2024 - ; BEIJING, Nov. 3 (Xinhua) --
_DATELINE_ENGLISH = re.compile(
    rf"[A-Z][A-Z .'-]{{2,40}},\s+(?P<n>{_MONTHS})[a-z]*\.?\s+(?P<d>\d{{1,2}})(?:,\s+(?P<y>20\d\d))?\s*(?:[(/][A-Za-z ]{{2,30}}[)/]\s*)?(?=-|—|–)"
)
_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "Ｏ": 0,
    "0": 0,
}


@dataclass(frozen=True)
class Stamp:
    """A day the page gives. `start` and `end` locate the words in the text that was searched."""

    day: date
    clock: str | None
    start: int
    end: int
    rank: int = 0

    @property
    def precision(self) -> Precision:
        """Second, minute or day, as the words go."""
        if self.clock is None:
            return Precision.DAY
        return Precision.SECOND if self.clock.count(":") == 2 else Precision.MINUTE


def find(folded: str, start: int, end: int, *, met: bool = False) -> list[Stamp]:
    """Return the dates in folded[start:end], the most trusted first.

    A label before a date (发布时间) makes it trusted more, also across a line end; labels of
    other days (失效日期) forbid it. Among equals the last, which is nearest to the body.
    With `met` the days on which people met (时间：… 地点：…), which no others are.
    """
    found = []
    for match in _DATE.finditer(folded, start, end):
        day = _day(match)
        if day is None:
            continue
        rank = _rank(folded, start, match.start())
        place = rank <= 1 and _MEETING.search(folded, match.end(), match.end() + 40)
        if bool(place) != met:
            continue  # 时间 beside 地点 is when people met
        if match["ly"] and rank > 1:  # without a label it is no date
            continue
        if rank < 9:
            first, last = _tight(folded, *match.span())
            found.append(
                Stamp(
                    day, match["clock"] or _next_clock(folded, match.end(), end), first, last, rank
                )
            )
    return sorted(found, key=lambda stamp: (stamp.rank, -stamp.start))


def _tight(folded: str, start: int, end: int) -> tuple[int, int]:
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _next_clock(folded: str, at: int, end: int) -> str | None:
    """A time of day on the line below the date."""
    match = re.compile(r"\s*\n\s*((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)\s*(?:\n|$)").match(
        folded, at, min(end, at + 30)
    )
    return match[1] if match else None


def _rank(folded: str, low: int, at: int) -> int:
    """Return how much the words before a date make of it: 0 best, 9 never."""
    before = _PINYIN.sub("", folded[max(low, at - 48) : at])[-24:]
    labels = list(_LABEL.finditer(before))
    if not labels:
        return 3
    label = labels[-1]
    between = before[label.end() :]
    if len(between.strip(" :|\n[]()")) > 0:
        return 3
    return {"best": 0, "next": 1, "last": 4, "never": 9}[str(label.lastgroup)]


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    try:
        if part["y"]:
            return date(
                int(part["y"]),
                int(part["m1"] or part["m2"] or part["m3"]),
                int(part["d1"] or part["d2"] or part["d3"]),
            )
        if part["dy"]:
            return date(int(part["dy"]), int(part["dm"]), int(part["dd"]))
        if part["hy"]:
            year = int("".join(str(_DIGITS[char]) for char in part["hy"]))
            return date(year, _han(part["hm"]), _han(part["hd"]))
        if part["ry"]:
            return date(int(part["ry"]) + 1911, int(part["rm"]), int(part["rd"]))
        if part["ly"]:
            return date(int(part["ly"]) + 1911, int(part["lm"]), int(part["ld"]))
        month = _MONTHS.split("|").index(part["en"] or part["fn"]) + 1
        day = part["ed"] or match.group()[0] + part["fd"]
        return date(int(part["ey"] or part["fy"]), month, int(day))
    except (ValueError, KeyError):
        return None


def _han(text: str) -> int:
    """Read 一 to 九十九."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def parse(text: str) -> Stamp | None:
    """Read the date in a hint's value, such as 2023-04-07T10:00:00+08:00; None if there is none."""
    found = find(text, 0, len(text))
    return found[0] if found else None


def in_url(url: str) -> date | None:
    """Return the day that an address names: /2021/07/05/ or t20210705_123.html."""
    for form in _IN_URL:
        if match := form.search(url):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
    return None


def dateline(folded: str) -> tuple[int | None, int, int, int, int] | None:
    """Return year, month, day, start and end of 本报7月5日讯 at the head of a paragraph."""
    if match := _DATELINE.match(folded):
        month = int(match["m"])
    elif match := _DATELINE_ENGLISH.match(folded):
        month = _MONTHS.split("|").index(match["n"]) + 1
    else:
        return None
    year = int(match["y"]) if match["y"] else None
    return year, month, int(match["d"]), match.start(), len(match.group().rstrip())


def without_year(folded: str, start: int, end: int) -> str | None:
    """Return 03-03 for a stamp 03-03 07:31 that has no year, as --03-03."""
    match = _NO_YEAR.search(folded, start, end)
    return f"--{match['m']}-{match['d']}" if match else None


def impossible(folded: str, start: int, end: int) -> Iterator[str]:
    """Yield dates that no calendar has: 2023年13月7日."""
    for match in _IMPOSSIBLE.finditer(folded, start, end):
        numbers = [int(part) for part in re.findall(r"\d+", match.group())]
        try:
            date(*numbers)
        except ValueError:
            yield match.group()
