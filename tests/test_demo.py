"""The invented story, week by week: what the ledger says against the truth told beside it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from stories import RUN

from briefing import cleaning, grounding, rules
from briefing.periods import Cadence, Period
from briefing.records import Article, Briefing, Claims, Extraction, Passage, Raw, Source
from briefing.settings import Settings
from briefing.weeks import weekly

DEMO = Path(__file__).parent.parent / "seeds" / "demo"
TRUTH: dict[str, dict[str, Any]] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))


@dataclass
class Demo:
    """The pages as articles, with what an engine found in each."""

    articles: list[Article]
    extractions: dict[str, Extraction] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def sources(self) -> list[Source]:
        return [
            Source(number=1, article=one, dated=one.day, dated_by="published")
            for one in self.articles
            if one.day
        ]

    def brief(self, period: Period, previous: Briefing | None = None) -> Briefing:
        traces = [weekly.trace(one, self.extractions[one.article.id]) for one in self.sources()]
        return weekly.compose(
            period,
            self.sources(),
            self.extractions,
            settings=Settings(),
            run=RUN,
            earlier=traces,
            previous=previous,
        )

    def weeks(self) -> dict[str, Briefing]:
        made: dict[str, Briefing] = {}
        previous = None
        for name in TRUTH:
            previous = made[name] = self.brief(Period.parse(name), previous)
        return made


def pages() -> list[Article]:
    read = []
    for path in sorted(DEMO.glob("*.txt")):
        read += cleaning.clean(Raw(source=path.name, data=path.read_bytes())).articles
    return read


def claims_of(article: Article, engine: str) -> Claims:
    if engine == "rules":
        return rules.read(article)
    reply = DEMO / "replies" / f"{Path(article.source).stem}.json"
    return Claims.model_validate_json(reply.read_bytes())


@pytest.fixture(scope="module", params=["rules", "replies"])
def demo(request: pytest.FixtureRequest) -> Demo:
    made = Demo(pages())
    for article in made.articles:
        claims = claims_of(article, request.param)
        found = grounding.ground(article, list(claims))
        told = grounding.fill(article, claims.summary, found)
        if not isinstance(told, Passage):
            made.refused.append(f"{article.source}: {told}")
        made.extractions[article.id] = Extraction(
            article_id=article.id,
            engine=request.param,
            findings=tuple(one for one in found if one.proven),
            doubts=tuple(one for one in found if not one.proven),
            summary=told if isinstance(told, Passage) else None,
        )
    return made


@pytest.fixture(scope="module")
def weeks(demo: Demo) -> dict[str, Briefing]:
    return demo.weeks()


def test_every_page_is_one_dated_article(demo: Demo):
    assert len(demo.articles) == len(list(DEMO.glob("*.txt"))) >= 16
    assert all(article.day for article in demo.articles)
    assert len({Period.of(one.day) for one in demo.articles if one.day}) >= 4


def test_no_summary_of_an_article_is_refused(demo: Demo):
    assert demo.refused == []


@pytest.mark.parametrize("name", TRUTH)
def test_states_lights_silence_and_events_are_those_of_the_truth(
    weeks: dict[str, Briefing], name: str
):
    told = {
        one.key: {
            "state": one.state.value,
            "light": one.light.value,
            "silent": one.silent_periods,
            "completion": None if one.completion is None else f"{one.completion.normalize():f}",
            "events": list(dict.fromkeys(f"{point.day} {point.event}" for point in one.points)),
        }
        for one in weeks[name].ledger
    }
    assert told == TRUTH[name]["ledger"]


@pytest.mark.parametrize("name", TRUTH)
def test_sources_copies_conflicts_and_corrections_are_those_of_the_truth(
    weeks: dict[str, Briefing], name: str
):
    briefing, truth = weeks[name], TRUTH[name]
    assert sorted(one.article.source for one in briefing.sources) == sorted(truth["sources"])
    assert {one.article.source for one in briefing.sources if one.same_as} == set(truth["copies"])
    conflicts = [
        {
            "subject": one.subject,
            "metric": one.metric,
            "values": sorted(getattr(row.finding.claim, "raw", "") for row in one.rows),
        }
        for one in briefing.conflicts
    ]
    assert conflicts == truth["conflicts"]
    corrected = {
        getattr(row.finding.claim, "raw", ""): sorted(
            {getattr(one.claim, "raw", "") for one in row.otherwise}
        )
        for row in briefing.figures
        if row.status == "corrected"
    }
    assert corrected == truth["corrected"]


@pytest.mark.parametrize("name", TRUTH)
def test_leagues_remarks_and_flags_are_those_of_the_truth(weeks: dict[str, Briefing], name: str):
    briefing, truth = weeks[name], TRUTH[name]
    leagues = [
        [getattr(row.finding.claim, "subject", "") for row in one.rows] for one in briefing.leagues
    ]
    assert leagues == truth["leagues"]
    assert len(briefing.remarks) == truth["remarks"]
    flags = {one.name: list(one.flags) for one in briefing.registry if one.flags}
    assert flags == truth["flags"]


def test_the_story_covers_every_state_and_light():
    rows = [row for week in TRUTH.values() for row in week["ledger"].values()]
    assert {row["state"] for row in rows} == {"open", "met", "missed", "revised", "overdue"}
    assert {row["light"] for row in rows} == {"green", "yellow", "red", "grey"}
    assert max(row["silent"] for row in rows) >= 3


def test_a_month_is_made_from_the_same_findings(demo: Demo):
    month = demo.brief(Period.of(Period.parse("2023-W37").first, Cadence.MONTH))
    states = {one.key: one.state.value for one in month.ledger}
    assert states["云湖区·公共停车泊位·2023"] == "revised"
    assert states["云湖区·老旧小区·2023"] == "overdue"
    (row,) = [row for row in month.figures if row.status == "corrected"]
    assert getattr(row.finding.claim, "raw", "") == "156.3亿元"
    assert month.conflicts == ()


def test_every_mark_and_ref_of_a_briefing_leads_somewhere(weeks: dict[str, Briefing]):
    for briefing in weeks.values():
        check(briefing)


def check(briefing: Briefing) -> None:
    disputed = [row for one in briefing.conflicts for row in one.rows]
    rows = [*briefing.figures, *briefing.officials, *briefing.targets, *briefing.next_steps]
    rows += [*briefing.shortfalls, *disputed, *briefing.doubts, *briefing.omissions]
    refs = [row.ref for row in rows]
    assert len(refs) == len(set(refs))
    marks = {
        f"{one.number}-{number}"
        for one in briefing.sources
        for number in range(1, len(one.article.sentences) + 1)
    }
    passages = [*briefing.summary, *(one.summary for one in briefing.digests)]
    named = {part.ref for passage in passages for part in passage.parts if part.ref}
    named |= {ref for one in briefing.digests for ref in one.rows}
    named |= {ref for section in (*briefing.regions, *briefing.topics) for ref in section.refs}
    named |= {ref for remark in briefing.remarks for ref in remark.refs}
    named |= {
        one.ref for one in (*briefing.changes, *briefing.ledger, *briefing.registry) if one.ref
    }
    assert named <= set(refs)
    cites = {cite for row in rows for cite in row.cites}
    cites |= {cite for passage in passages for cite in passage.cites}
    cites |= {point.cite for one in briefing.ledger for point in one.points if point.cite}
    assert cites <= marks
