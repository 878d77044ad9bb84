"""The command line as its user meets it: results, messages, exit codes, and what it costs to load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import COMMANDS, run

SEEDS = Path(__file__).parent.parent / "seeds"
PAGE = """全区重点项目推进会召开
发布时间:2024-05-08  来源:区政府办公室

  5月7日，清河区召开重点项目推进会。区委书记李明远出席会议并讲话。一季度，全区规模以上工业增加值同比增长8.5%，完成固定资产投资32.6亿元。

  李明远强调，要加快推进项目建设，确保到年底全部竣工投产。
"""


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def page(tmp_path):
    (tmp_path / "inbox").mkdir()
    path = tmp_path / "inbox" / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_weekly_writes_the_briefing_of_the_pages_in_the_inbox(page, capsys):
    assert run(["weekly", "-f", "md", "-f", "json"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1] == "1 briefing (json, md) in out/"
    assert "8.5%" in Path("out/2024-W19.md").read_text(encoding="utf-8")
    assert json.loads(Path("out/2024-W19.json").read_bytes())["run"]["engine"] == "rules"
    assert "规则" in printed.err


def test_a_second_run_finds_nothing_new_and_changes_nothing(page, capsys):
    run(["weekly", "-f", "md"])
    before = Path("out/2024-W19.md").read_bytes()
    assert run(["weekly", "-f", "md"]) == 0
    assert "nothing new: 2024-W19" in capsys.readouterr().out
    assert Path("out/2024-W19.md").read_bytes() == before


def test_a_missing_file_is_written_again_from_the_store(page):
    run(["weekly", "-f", "md"])
    before = Path("out/2024-W19.md").read_bytes()
    Path("out/2024-W19.md").unlink()
    page.unlink()
    (page.parent / "other.txt").write_text(
        PAGE.replace("05-08", "05-15").replace("8.5", "9.5"), encoding="utf-8"
    )
    run(["weekly", "-f", "md"])
    assert Path("out/2024-W19.md").read_bytes() == before


def test_a_late_article_is_named_and_never_changes_an_issued_briefing(page, capsys):
    run(["weekly", "-f", "md"])
    before = Path("out/2024-W19.md").read_bytes()
    (page.parent / "late.txt").write_text(
        PAGE.replace("清河", "白云").replace("32.6", "41.2"), encoding="utf-8"
    )
    run(["weekly", "-f", "md"])
    assert "1 article has come since its briefing" in capsys.readouterr().err
    assert Path("out/2024-W19.md").read_bytes() == before
    run(["weekly", "--week", "2024-W19", "-f", "md"])
    assert "白云" in Path("out/2024-W19.md").read_text(encoding="utf-8")


def test_bad_pages_cost_themselves_and_are_named(page, capsys):
    folder = page.parent
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "twice.txt").write_text(PAGE, encoding="utf-8")
    (folder / "gbk.txt").write_bytes(
        PAGE.replace("清河", "白云").replace("32.6", "41.2").encode("gb18030")
    )
    (folder / "links.txt").write_text("首页\n新闻\n联系我们\n登录 注册\n", encoding="utf-8")
    assert run(["weekly", "-f", "md"]) == 0
    printed = capsys.readouterr()
    for name in ("empty.txt", "gone.txt", "twice.txt", "links.txt"):
        assert f"{name}: " in printed.err
    assert "no pages: 1 .png" in printed.err
    assert "gbk.txt" not in printed.err
    assert "2 articles" in printed.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["weekly"], 1, "there is no inbox"),
        (["weekly", "nowhere"], 1, "nowhere"),
        (["weekly", "empty"], 1, ""),
        (["weekly", "--week", "2024-W54"], 2, "2022-W31"),
        (["weekly", "--week", "2024-05"], 2, "no week"),
        (["weekly", "--from", "2024-W01"], 2, "--to"),
        (["weekly", "--from", "2024-W05", "--to", "2024-W01"], 2, "after"),
        (["weekly", "--date", "x"], 2, "FILE=DAY"),
        (["weekly", "-f", "odt"], 2, "no format"),
        (["weekly", "--engine", "magic"], 2, "engine"),
        (["weekly", "--engine", "model"], 1, "inbox"),
        (["weekly", "--max-cost", "much"], 2, "no number"),
        (["weekly", "--nix"], 2, "No such option"),
        (["nix"], 2, "No such command"),
        (["extract", "nowhere"], 1, "nowhere"),
        (["clean", "nowhere"], 1, "nowhere"),
        (["render"], 1, "no briefing"),
    ],
)
def test_each_mistake_has_its_exit_code_and_says_what_to_do(arguments, code, said, capsys):
    Path("empty").mkdir()
    assert run(arguments) == code
    printed = capsys.readouterr()
    assert said in printed.err
    assert "Traceback" not in printed.err


def test_a_week_without_articles_fails_when_it_was_asked_for_alone(page, capsys):
    assert run(["weekly", "--week", "2023-W01"]) == 1
    assert "2024-W19" in capsys.readouterr().err


def test_strict_leaves_with_four_when_something_was_skipped(page):
    (page.parent / "empty.txt").write_bytes(b"")
    assert run(["weekly", "-f", "md", "--strict"]) == 4
    assert Path("out/2024-W19.md").exists()


def test_a_page_without_a_date_is_listed_and_can_be_given_one(page, capsys):
    page.write_text(
        "清河区召开会议\n\n" + PAGE.split("\n\n", 1)[1].replace("5月7日，", ""), encoding="utf-8"
    )
    assert run(["weekly", "-f", "md"]) == 1
    assert "--date" in capsys.readouterr().err
    assert run(["weekly", "-f", "md", "--date", f"inbox/{page.name}=2024-05-09"]) == 0
    assert Path("out/2024-W19.md").exists()


def test_one_day_can_be_given_to_all_pages_that_tell_none_and_to_no_other(page, capsys):
    bare = PAGE.split("\n\n", 1)[1].replace("5月7日，", "")
    (page.parent / "bare.txt").write_text(f"清河区部署防汛\n\n{bare}另有3项。", encoding="utf-8")
    assert run(["weekly", "-f", "json", "--date", "2024-05-15"]) == 0
    assert [path.name for path in sorted(Path("out").glob("*.json"))] == [
        "2024-W19.json",
        "2024-W20.json",
    ]
    assert run(["weekly", "-f", "json", "--date", "15.5.2024"]) == 2
    assert "FILE=DAY or DAY" in capsys.readouterr().err


def test_extract_prints_one_json_line_an_article(page, capsys):
    assert run(["extract", "inbox", "--jsonl"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert set(found) >= {"article", "findings", "doubts"}
    figure = next(
        f
        for f in found["findings"]
        if f["claim"]["kind"] == "figure" and "8.5" in f["claim"]["raw"]
    )
    assert figure["amount"]["value"] == "8.5"
    evidence = figure["evidence"]
    assert found["article"]["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
    assert PAGE[evidence["raw_start"] : evidence["raw_end"]] == evidence["quote"]
    assert not Path("briefing.db").exists()


def test_clean_prints_one_json_article_a_line(page, capsys):
    assert run(["clean", "inbox", "--jsonl"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    article = json.loads(line)
    assert article["published"]["first"] == "2024-05-08"
    assert article["title"] == "全区重点项目推进会召开"


def test_render_writes_stored_briefings_in_another_format(page):
    run(["weekly", "-f", "md"])
    assert run(["render", "2024-W19", "-f", "json", "--out", "again"]) == 0
    assert Path("again/2024-W19.json").exists()


def test_a_month_is_one_briefing_of_the_same_pages(page):
    assert run(["monthly", "--month", "2024-05", "-f", "md"]) == 0
    assert Path("out/2024-05.md").exists()


@pytest.mark.parametrize("name", [name for group in COMMANDS.values() for name in group])
def test_every_command_has_help(name, capsys):
    assert run([name, "--help"]) == 0
    assert f"Usage: briefing {name}" in capsys.readouterr().out


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(flag):
    script = (
        "import sys; sys.argv = ['briefing', sys.argv[1]]\n"
        "from briefing.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, flag], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.splitlines()[-1]
    for heavy in ("openai", "pydantic", "jinja2", "tiktoken", "rich", "typst", "sqlite3"):
        assert f"'{heavy}'" not in loaded
    if flag == "--version":
        assert "'typer'" not in loaded


def demo_weeks(capsys):
    assert run(["weekly", str(SEEDS / "demo"), "-f", "md"]) == 0
    capsys.readouterr()


def test_the_ledger_is_listed_filtered_and_exported(capsys):
    demo_weeks(capsys)
    assert run(["ledger", "--json"]) == 0
    every = json.loads(capsys.readouterr().out)
    assert every
    light = every[0]["light"]
    assert run(["ledger", "--light", light, "--json"]) == 0
    assert {one["light"] for one in json.loads(capsys.readouterr().out)} == {light}
    assert run(["ledger", "--export", "ledger.csv"]) == 0
    lines = Path("ledger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("key,light,state,what")
    assert len(lines) >= len(every)
    assert run(["ledger", "--light", "pink"]) == 2


def test_a_person_may_link_two_targets_and_the_link_survives_a_rebuild(capsys):
    demo_weeks(capsys)
    run(["ledger", "--json"])
    keys = [one["key"] for one in json.loads(capsys.readouterr().out)]
    assert run(["ledger", "link", keys[0], keys[1], "--note", "同一件事"]) == 0
    assert run(["rebuild", "-f", "md"]) == 0
    capsys.readouterr()
    run(["ledger", "--json"])
    left = [one["key"] for one in json.loads(capsys.readouterr().out)]
    assert keys[0] in left
    assert keys[1] not in left
    assert run(["ledger", "confirm", "nothing"]) == 1


def test_history_draws_a_metric_over_the_weeks(capsys):
    demo_weeks(capsys)
    assert run(["ledger", "--json"]) == 0
    what = json.loads(capsys.readouterr().out)[0]["what"]
    assert run(["history", what[:4]]) == 0
    assert "2023-W" in capsys.readouterr().out
    assert run(["history", "没有这样的词"]) == 1
