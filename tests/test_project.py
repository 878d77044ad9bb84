"""The project as a whole: what ships, what is promised, what the scheduled job does."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing.records import Briefing

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "docs" / "briefing.schema.json"
WORKFLOW = (ROOT / ".github" / "workflows" / "weekly.yml").read_text(encoding="utf-8")


def tracked(folder):
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode or not listed.stdout:
        pytest.skip("no git checkout")
    return {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}


def test_a_wheel_holds_the_tracked_prompts_and_templates_and_nothing_else_of_them(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("prompts", "templates"):
        inside = {n.removeprefix("briefing/") for n in names if n.startswith(f"briefing/{folder}/")}
        assert inside == tracked(folder)
    assert tracked("briefing/data") <= names
    assert not [name for name in names if name.startswith(("tests", "seeds", "benchmarks"))]
    assert wheel.stat().st_size < 32_000_000


def test_the_published_schema_is_that_of_the_record():
    """`make golden` rewrites it."""
    schema = json.dumps(Briefing.model_json_schema(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "write":
        SCHEMA.write_text(schema, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == schema


def test_the_scheduled_job_writes_briefings_and_a_second_one_finds_nothing_new(tmp_path):
    environment = {name: value for name, value in os.environ.items() if "OPENAI" not in name} | {
        "INBOX": str(ROOT / "seeds" / "demo"),
        "OUT": str(tmp_path / "out"),
        "DATABASE": str(tmp_path / "state" / "briefing.db"),
        "BRIEFING": str(Path(sys.executable).parent / "briefing"),
    }
    command = ["bash", str(ROOT / ".ci" / "weekly")]
    first = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert first.returncode in (0, 4), first.stderr
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert any(name.endswith(".pdf") for name in made)
    assert any(name.endswith(".md") for name in made)
    second = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "nothing new" in second.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == made


def test_the_workflow_keeps_its_database_runs_the_same_script_and_uploads_what_it_made():
    assert "bash .ci/weekly" in WORKFLOW
    assert re.search(r"schedule:\s+- cron:", WORKFLOW)
    assert "cache/restore" in WORKFLOW
    assert "cache/save" in WORKFLOW
    assert re.search(r"upload-artifact@v\d+\n\s+if: always\(\)", WORKFLOW)
    assert "--strict" in (ROOT / ".ci" / "weekly").read_text(encoding="utf-8")


def test_no_secret_stands_in_the_workflow():
    assert "secrets.OPENAI_API_KEY" in WORKFLOW
    assert not re.search(r"sk-[A-Za-z0-9]{8}", WORKFLOW)


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5 loses letters there (CPython issues 106052, 101955); `(?>…)` says the same."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,{}]*\})\+")
    found = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "briefing").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []
