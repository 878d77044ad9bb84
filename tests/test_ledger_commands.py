"""The ledger from the command line: shown, corrected, exported; what a person says stays."""

import csv
from pathlib import Path

import pytest

from briefing.cli import run

PAGES = (
    "云湖区部署园林建设\n2023-09-05 08:00 来源：青岚日报\n\n9月4日，云湖区召开园林工作会议，明确年底前新建口袋公园30个。\n",
    "云湖区口袋公园建设提速\n2023-09-13 08:00 来源：青岚日报\n\n截至9月12日，云湖区已建成口袋公园24个。\n",
)
KEY = "云湖区·口袋公园·2023"


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for number, page in enumerate(PAGES):
        Path(f"{number}.txt").write_text(page, encoding="utf-8")
    assert run(["weekly", "0.txt", "1.txt", "--engine", "rules", "-f", "json"]) == 0
    capsys.readouterr()


def shown(capsys) -> list[str]:
    assert run(["ledger", "show", KEY]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_target_is_shown_with_every_report(told, capsys):
    text = "\n".join(shown(capsys))
    assert "done  80.0%" in text
    assert "2023-09-13  progress" in text
    assert "已建成口袋公园24个" in text


def test_a_report_split_off_stays_off_through_a_rebuild(told, capsys):
    (line,) = [one for one in shown(capsys) if "progress" in one]
    article, sentence = line.split()[2:4]
    assert run(["ledger", "split", KEY, article, "99"]) == 1
    assert run(["ledger", "split", KEY, article, sentence]) == 0
    assert run(["rebuild"]) == 0
    capsys.readouterr()
    assert not [one for one in shown(capsys) if "progress" in one]


def test_an_unknown_key_names_the_way_to_the_keys(told, capsys):
    assert run(["ledger", "show", "nothing"]) == 1
    assert "briefing ledger" in capsys.readouterr().err


def test_an_empty_cell_is_empty_in_the_export(told):
    assert run(["ledger", "--export", "ledger.csv"]) == 0
    with Path("ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file))
    assert row["key"] == KEY
    assert row["owner"] in ("", "云湖区")
    assert "'" not in "".join(row.values())
