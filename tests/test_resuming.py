"""A run that met faults: what is written, what waits, and what the next run asks."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import article
from loopback import EMPTY, Loopback, fails, from_sentences, says

from briefing import resources
from briefing.asking import extract, prompting, wire
from briefing.asking.journal import Journal
from briefing.cli import run
from briefing.endpoint import Client, Meter, each
from briefing.errors import BudgetReached
from briefing.llm import Reply
from briefing.pipeline import sparing
from briefing.records import Extraction
from briefing.settings import Budget, Endpoint
from briefing.store import Store

FIRST = """春水区召开工作会议
发布时间:2024-05-08  来源:区政府办公室

  5月7日,春水区召开工作会议。一季度,全区完成固定资产投资32.6亿元。
"""
SECOND = """秋山县召开工作会议
发布时间:2024-05-15  来源:县政府办公室

  5月14日,秋山县召开工作会议。一季度,全县完成固定资产投资12.4亿元。
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    monkeypatch.setenv("BRIEFING_ENDPOINT__ATTEMPTS", "1")
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    Path("second.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


class Server(Loopback):
    """Answers well, but for articles that hold `trouble`: those by `fault`."""

    def __init__(self, trouble, fault):
        self.trouble, self.fault = trouble, fault
        super().__init__(self.behave)

    def behave(self, call):
        if not call.sentences:
            return says('{"sentences": []}')(call)
        if self.trouble and self.trouble in call.article:
            return self.fault(call)
        return from_sentences()(call)

    def asked(self):
        """Return how many articles were asked about since the last look."""
        count = sum(bool(call.sentences) and not call.turns for call in self.calls)
        self.calls.clear()
        return count


def weekly(server, *more):
    flags = ["--base-url", server.base_url, "--model", "m", "-f", "json", *more]
    return run(["weekly", "first.txt", "second.txt", *flags])


def issued():
    return sorted(path.stem for path in Path("out").glob("*.json"))


def test_a_week_is_written_when_all_its_articles_were_asked_about(folder, capsys):
    with Server("秋山县", fails(500, "boom")) as server:
        assert weekly(server) == 1
        said = capsys.readouterr()
        assert issued() == ["2024-W19"]
        assert "no briefing yet of 2024-W20" in said.err
        assert "run the same command again" in said.err
        assert server.asked() == 2
        server.trouble = ""
        assert weekly(server) == 0
        assert issued() == ["2024-W19", "2024-W20"]
        assert server.asked() == 1


def test_a_week_names_its_own_failures_and_no_others(folder):
    with Server("秋山县", says("抱歉")) as server:
        assert weekly(server) == 0
    skipped = {
        name: json.loads(Path(f"out/{name}.json").read_bytes())["skipped"] for name in issued()
    }
    assert skipped["2024-W19"] == []
    assert [skip["stage"] for skip in skipped["2024-W20"]] == ["extract"]


def test_what_the_model_could_not_answer_is_asked_again_when_told_to(folder, capsys):
    with Server("秋山县", says("抱歉")) as server:
        assert weekly(server) == 0
        assert "--retry-failed" in capsys.readouterr().err
        server.asked()
        server.trouble = ""
        assert weekly(server) == 0
        assert server.asked() == 0
        assert weekly(server, "--retry-failed") == 0
        assert server.asked() == 1
    assert json.loads(Path("out/2024-W20.json").read_bytes())["skipped"] == []


def test_a_model_that_answers_nothing_usable_gives_no_briefing(folder, capsys):
    with Server("召开", says("抱歉")) as server:
        assert weekly(server) == 1
    assert not Path("out").exists()
    assert "no answer of the model could be used" in capsys.readouterr().err


def test_a_run_without_a_briefing_is_in_the_account_too(folder, capsys):
    with Server("召开", says("抱歉")) as server:
        weekly(server)
    run(["cost"])
    shown = capsys.readouterr().out
    assert "6 calls" in shown
    assert "stopped" in shown


def test_what_extract_asks_is_in_the_account(folder, capsys):
    with Server("", says("")) as server:
        assert run(["extract", "first.txt", "--base-url", server.base_url, "--model", "m"]) == 0
    run(["cost"])
    assert "extract" in capsys.readouterr().out.splitlines()[-2]


def test_ctrl_c_says_what_is_kept_and_how_to_go_on(folder, capsys, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.pipeline.issue", interrupted)
    assert run(["weekly", "first.txt"]) == 130
    said = capsys.readouterr().err
    assert "is kept" in said
    assert "run the command again" in said


def test_a_limit_of_cost_needs_a_price(folder, capsys):
    with Server("", says("")) as server:
        assert weekly(server, "--max-cost", "0.01") == 2
        assert server.calls == []
    assert "--max-tokens" in capsys.readouterr().err


def test_two_endpoints_share_one_limit():
    budget = Budget(max_tokens=1_000)
    first = Meter(budget=budget)
    second = Meter(budget=budget, beside=first)
    first.count(Reply(text="", tokens_in=600))
    second.allow(400, None)
    with pytest.raises(BudgetReached):
        second.allow(401, None)
    second.count(Reply(text="", tokens_in=400))
    with pytest.raises(BudgetReached):
        first.allow(1, None)


LONG = [
    f"{place}完成投资{number}.5亿元，比上年同期多出不少。"
    for number, place in enumerate("甲乙丙丁戊己庚辛", 2)
]


def test_what_another_article_says_too_is_asked_once():
    whole, cut = article(*LONG), article(*LONG[1:])
    changed = article(*LONG[1:-1], LONG[-1].replace("9.5", "8.5"))
    assert sparing.repeated([cut, whole]) == {cut.id: whole.id}
    assert sparing.repeated([whole, changed]) == {}


def test_twins_of_two_places_are_both_asked_about():
    one, other = (
        article(*LONG, region=("甲省", "乙市")),
        article(*LONG[1:], region=("甲省", "丙市")),
    )
    assert sparing.repeated([one, other]) == {}


def test_a_run_that_is_stopped_keeps_the_answers_that_are_under_way(tmp_path):
    prompts = prompting.Prompts.of(resources.prompt_texts("zh"))
    pages = [article(f"全区实现产值{number}.5亿元。") for number in range(20)]

    async def stopped(server, store):
        endpoint = Endpoint(base_url=server.base_url, model="m", max_concurrency=3)
        async with Client(endpoint, check=wire.problem, tokens_of=prompting.cost) as client:
            journal = Journal(
                client, client.identity, store, check=wire.problem, now=lambda: datetime.now(UTC)
            )

            async def one(page) -> Extraction:
                return await extract.extract(page, journal.of(page.id), prompts)

            async def consume():
                flow = each(pages, one, at_once=6, last_calls=client.last_calls)
                return [found async for found in flow]

            task = asyncio.create_task(consume())
            while len(server.calls) < 3:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with (
        Loopback(says(json.dumps(EMPTY)), latency_s=0.2) as server,
        Store(tmp_path / "b.db") as store,
    ):
        asyncio.run(stopped(server, store))
        kept = sum(len(store.replies(page.id)) for page in pages)
    assert kept == len(server.calls)  # each that was asked, and it was not all of them
    assert 3 <= kept < len(pages)
