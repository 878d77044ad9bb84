"""The documentation is true: its commands run, its links lead somewhere, its settings exist."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from loopback import Loopback, from_sentences, read_by_rules

from briefing.cli import run
from briefing.config import load
from briefing.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
MAKE = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.S)


def commands():
    """Every command of the sh blocks, page by page, in order; comments cut off."""
    for page in PAGES:
        for block in blocks(page, "sh"):
            for line in block.splitlines():
                command = line.split("  #")[0].split(" #")[0].strip()
                if command:
                    yield page.name, command


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder as a user has it: an inbox with the demo pages, and its briefings made."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "inbox").mkdir()
    for path in (ROOT / "seeds" / "demo").glob("*.txt"):
        (folder / "inbox" / path.name).write_bytes(path.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_MODEL"):
            patch.delenv(name, raising=False)
        assert run(["weekly", "-f", "md"]) == 0
    return folder


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_every_command_of_the_documentation_runs(page, command, office, monkeypatch):
    words = shlex.split(command)
    if words[0] == "make":
        assert words[1] in MAKE
        return
    if words[0] == "export":
        return
    assert words[0] == "briefing", f"{page}: {command}"
    monkeypatch.chdir(office)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-docs")
    if "--dry-run" in words or "--max-cost" in words:
        with Loopback(from_sentences(read_by_rules)) as server:
            monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
            monkeypatch.setenv("OPENAI_MODEL", "gpt-4o-mini")
            assert run(words[1:]) == 0
        return
    if words[1] == "doctor":
        monkeypatch.delenv("OPENAI_API_KEY")
    assert run(words[1:]) == 0


def test_every_link_of_the_documentation_leads_to_a_file():
    pages = [
        *PAGES,
        ROOT / "prompts" / "README.md",
        ROOT / "templates" / "README.md",
        ROOT / "benchmarks" / "README.md",
    ]
    for page in pages:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for goal in re.findall(r"\]\(([^)#\s]+)", prose):
            if "://" not in goal:
                assert (page.parent / goal).exists(), f"{page.name}: {goal}"


def test_the_settings_of_the_guide_are_taken(tmp_path):
    [text] = blocks(ROOT / "docs" / "guide.md", "toml")
    (tmp_path / "briefing.toml").write_text(text, encoding="utf-8")
    config = load(tmp_path, {}, {})
    assert config.settings.masthead.name == tomllib.loads(text)["masthead"]["name"]
    assert config.settings != Settings()
