"""Invented stories in plain words: states by rules alone, page to ledger.

`tests/data/stories/*.json` give pages and, for weeks, the state that a careful reader would
give a target, named by a pattern of its words; "absent" is what no target is. At least nine in
ten must be right, and none may be called met or missed that is not. `tests/data/ends.json` gives a
promise and sentences that do or do not end it.
"""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing import cleaning, grounding, rules
from briefing.periods import Period
from briefing.records import Dated, Extraction, Raw, Source, State, TargetHistory, Trace
from briefing.settings import Settings
from briefing.weeks import lookup, weekly

DATA = Path(__file__).parent / "data" / "stories"
STORIES: list[dict[str, Any]] = [
    story
    for path in sorted(DATA.glob("*.json"))
    for story in json.loads(path.read_text(encoding="utf-8"))
]


def _ends() -> list[dict[str, Any]]:
    """Return a story of two pages for each sentence that may end a promise."""
    return [
        {
            "name": f"{promise['target']}：{said['text']}",
            "pages": [
                {"published": day, "outlet": "澄陵日报", "title": title, "text": text}
                for day, title, text in (
                    (promise["published"], "澄陵县部署全年工作", promise["text"]),
                    (said["on"], "澄陵县最新消息", said["text"]),
                )
            ],
            "expected": [
                {"week_of": said["on"], "target": promise["target"], "state": said["state"]}
            ],
        }
        for promise in json.loads((DATA.parent / "ends.json").read_text(encoding="utf-8"))
        for said in promise["said"]
    ]


ENDS = _ends()


@cache
def told(name: str) -> tuple[tuple[Source, ...], dict[str, Extraction]]:
    story = next(one for one in (*STORIES, *ENDS) if one["name"] == name)
    sources, extractions = [], {}
    for number, page in enumerate(story["pages"]):
        outlet, day = page["outlet"], date.fromisoformat(page["published"])
        text = f"{outlet}\n\n{page['title']}\n\n{day} 09:00 来源：{outlet}\n\n{page['text']}\n"
        for read in cleaning.clean(Raw(source=f"{number}.txt", data=text.encode())).articles:
            stamp = read.published or Dated(first=day, last=day, basis="given")
            article = read.model_copy(update={"published": stamp})
            found = grounding.ground(article, list(rules.read(article)))
            extractions[article.id] = Extraction(
                article_id=article.id,
                engine="rules",
                findings=tuple(one for one in found if one.proven),
            )
            sources.append(Source(number=1, article=article, dated=day, dated_by="published"))
    return tuple(sources), extractions


@cache
def traces(name: str) -> tuple[Trace, ...]:
    sources, extractions = told(name)
    return tuple(weekly.trace(one, extractions[one.article.id]) for one in sources)


@cache
def ledger(name: str, week: str) -> tuple[TargetHistory, ...]:
    return lookup.ledger(Period.of(date.fromisoformat(week)), traces(name), Settings())


def meant(name: str, expected: dict[str, Any]) -> list[TargetHistory]:
    words = re.compile(expected["target"])
    rows = ledger(name, expected["week_of"])
    return [one for one in rows if words.search(f"{one.key} {one.what}")]


def right(name: str, expected: dict[str, Any]) -> bool:
    found = meant(name, expected)
    if expected["state"] == "absent":
        return not found
    if len(found) != 1 or found[0].state.value != expected["state"]:
        return False
    share, light = expected.get("completion"), expected.get("light")
    return (share is None or str(found[0].completion).removesuffix(".0") == share) and (
        light is None or found[0].light.value == light
    )


def test_at_least_nine_target_weeks_in_ten_are_right():
    asked = [(story["name"], one) for story in STORIES for one in story["expected"]]
    wrong = [(name, one) for name, one in asked if not right(name, one)]
    assert len(asked) >= 80
    assert len(wrong) <= len(asked) / 10, wrong


@pytest.mark.parametrize("story", STORIES, ids=[one["name"] for one in STORIES])
def test_nothing_is_called_met_or_missed_before_its_time(story: dict[str, Any]):
    ended = (State.MET, State.MISSED)
    for expected in story["expected"]:
        for found in meant(story["name"], expected):
            if found.state in ended:
                assert expected["state"] == found.state.value, (expected, found.key)


@pytest.mark.parametrize("story", ENDS, ids=[one["name"] for one in ENDS])
def test_a_promise_ends_only_by_a_sentence_that_says_so_plainly(story: dict[str, Any]):
    for expected in story["expected"]:
        found = [one.state.value for one in meant(story["name"], expected) if "2024" in one.key]
        assert found == [expected["state"]]
