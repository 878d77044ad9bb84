"""A page that repeats an earlier week's is no new report."""

import json
from pathlib import Path

import pytest

from briefing.cli import run

FIRST = """云湖区召开城建工作推进会
发布时间：2023-09-05  来源：青岚日报

  9月4日，云湖区召开城建工作推进会，区长周启明主持会议。会议明确，云湖区年底前新建口袋公园30个。
  上半年，云湖区完成城建投资12.6亿元，同比增长8.3%。周启明指出，部分项目用地保障不足，各部门要把责任扛在肩上，逐项对账销号。
"""
AGAIN = (
    FIRST.replace("云湖区召开城建工作推进会\n", "口袋公园，年底前再添30个\n", 1)
    .replace("2023-09-05  来源：青岚日报", "2023-09-13  来源：岚江新闻网")
    .replace("，逐项对账销号", "")
)
OTHER = AGAIN.replace("12.6亿元", "12.9亿元")
ELSE = """云湖区开展秋季植树
发布时间：2023-09-14  来源：青岚日报

  9月13日，云湖区在滨湖路开展秋季植树活动，共种下树木1200棵。区林业局局长何清参加活动。
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*pages: str, out: str = "out") -> None:
    for number, page in enumerate(pages):
        Path(f"{out}-{number}.txt").write_text(page, encoding="utf-8")
    paths = [f"{out}-{number}.txt" for number in range(len(pages))]
    assert run(["weekly", *paths, "--engine", "rules", "-f", "json", "--out", out]) == 0


def briefing(week: str, out: str = "out"):
    return json.loads(Path(out, f"{week}.json").read_bytes())


def test_a_reprint_of_an_earlier_week_is_listed_and_reports_nothing(folder):
    write(FIRST, AGAIN, ELSE)
    week = briefing("2023-W37")
    labels = {one["article"]["outlet"]: one["reprint_of"] for one in week["sources"]}
    assert labels == {
        "青岚日报": "",
        "岚江新闻网": "2023-09-05 青岚日报《云湖区召开城建工作推进会》",
    }
    assert not week["targets"]
    assert "12.6" not in json.dumps(week["figures"], ensure_ascii=False)
    assert len(week["digests"]) == 1
    told = "".join(part["text"] for one in week["summary"] for part in one["parts"])
    assert "共收录1篇报道" in told
    assert "另有1篇重刊往期报道" in told
    (park,) = [one for one in week["ledger"] if "口袋公园" in one["key"]]
    assert (park["silent_periods"], len(park["points"])) == (1, 1)


def test_a_changed_digit_is_a_report_of_its_own(folder):
    write(FIRST, OTHER)
    week = briefing("2023-W37")
    assert [one["reprint_of"] for one in week["sources"]] == [""]
    assert "12.9" in json.dumps(week["figures"], ensure_ascii=False)


def test_an_original_that_comes_late_makes_the_later_page_a_reprint(folder):
    write(AGAIN)
    assert [one["reprint_of"] for one in briefing("2023-W37")["sources"]] == [""]
    write(FIRST)
    assert run(["rebuild"]) == 0
    assert run(["render", "-f", "json", "--out", "again"]) == 0
    (source,) = briefing("2023-W37", "again")["sources"]
    assert source["reprint_of"].startswith("2023-09-05")
