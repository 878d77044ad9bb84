"""The store: what is put comes back, in order, after a crash, from several processes."""

import hashlib
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.records import (
    Article,
    Briefing,
    Correction,
    Extraction,
    Issued,
    Masthead,
    Piece,
    Run,
    Span,
    StoredReply,
)
from briefing.store import Extracted, Store, schema

NOW = datetime(2022, 8, 5, 12, tzinfo=UTC)


def an_article(text: str = "第一句。", source: str = "a.txt", title: str | None = None) -> Article:
    whole = Span(start=0, end=len(text))
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        source=source,
        title=title,
        text=text,
        paragraphs=(whole,),
        sentences=(whole,),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256=hashlib.sha256(source.encode()).hexdigest(),
        encoding="utf-8",
    )


def a_reply(
    key: str = "k", *, valid: bool = True, text: str = "{}", parent: str = ""
) -> StoredReply:
    return StoredReply(
        key=key,
        parent=parent,
        article_id="0" * 16,
        model="m",
        text=text,
        finish="stop",
        valid=valid,
        tokens_in=7,
        received_at=NOW,
    )


def a_briefing(name: str, first: date, **masthead: int) -> Briefing:
    return Briefing(
        period=Issued(name=name, cadence="week", first=first, last=first + timedelta(days=6)),
        masthead=Masthead(**masthead),
        run=Run(engine="rules", version="0"),
    )


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "briefing.db") as opened:
        yield opened


def test_articles_come_back_by_day(store):
    late, early, none = an_article("晚。"), an_article("早。"), an_article("无。")
    store.put_article(late, "<p>晚。</p>", date(2022, 8, 7))
    store.put_article(early, "早。", date(2022, 8, 1))
    store.put_article(none, "无。", None)
    assert store.articles(date(2022, 8, 1), date(2022, 8, 7)) == [early, late]
    assert store.articles(date(2022, 8, 2), date(2022, 8, 6)) == []
    assert store.undated() == [none]
    assert store.article(late.id) == late
    assert store.page(late.id) == "<p>晚。</p>"
    assert store.dated(late.id) == date(2022, 8, 7)
    assert store.days() == [date(2022, 8, 1), date(2022, 8, 7)]


def test_the_same_text_from_two_sources_is_one_article_with_two_sources(store):
    store.put_article(an_article(source="a.txt"), "第一句。", date(2022, 8, 1))
    store.put_article(an_article(source="b.txt", title="转载"), "第一句。", None)
    [kept] = store.articles(date(2022, 8, 1), date(2022, 8, 1))
    assert kept.source == "a.txt"
    assert kept.title is None
    assert store.sources(kept.id) == ["a.txt", "b.txt"]


def test_reading_the_same_source_again_renews_the_record(store):
    store.put_article(an_article(), "第一句。", date(2022, 8, 1))
    store.put_article(an_article(title="新标题"), "第一句。", date(2022, 8, 1))
    [kept] = store.articles(date(2022, 8, 1), date(2022, 8, 1))
    assert kept.title == "新标题"


def test_a_day_once_given_is_not_lost_by_reading_again_without_it(store):
    store.put_article(an_article(), "第一句。", date(2022, 8, 1))
    store.put_article(an_article(title="新标题"), "第一句。", None)
    [kept] = store.articles(date(2022, 8, 1), date(2022, 8, 1))
    assert kept.title != "新标题"


def test_the_same_text_from_two_sources_keeps_the_earliest_in_any_order(tmp_path):
    one, other = an_article(), an_article(source="b.txt")
    for number, order in enumerate([(one, other), (other, one)]):
        with Store(tmp_path / f"{number}.db") as store:
            for article in order:
                store.put_article(article, "第一句。", date(2022, 8, 1 + (article is other)))
            [kept] = store.articles(date(2022, 8, 1), date(2022, 8, 7))
            assert kept.source == one.source
            assert set(store.sources(kept.id)) == {one.source, "b.txt"}


def test_every_reply_is_kept_and_the_valid_one_is_found(store):
    bad, good, later = a_reply(valid=False, text="?"), a_reply(), a_reply(valid=False, text="!")
    for reply in (bad, good, later):
        store.put_reply(reply)
    assert store.reply("k") == good
    assert store.replies("0" * 16) == [bad, good, later]
    assert store.reply("other") is None


def test_tries_count_a_question_with_its_repairs(store):
    assert store.tries("first") == (0, False)
    store.put_reply(a_reply("first", valid=False))
    assert store.tries("first") == (1, False)
    store.put_reply(a_reply("second", parent="first"))
    assert store.tries("first") == (2, True)


def test_extractions_belong_to_an_engine(store):
    found = Extraction(article_id="0" * 16, engine="rules")
    store.put_extraction(found, "rules-1")
    assert store.extraction("0" * 16, "rules-1") == found
    assert store.extraction("0" * 16, "rules-2") is None


def test_issue_numbers_run_on_and_are_kept(store):
    first = date(2022, 8, 1)
    assert store.numbers("2022-W31", "week", first) == (1, 1)
    store.put_briefing(a_briefing("2022-W31", first, issue=1, total=1))
    assert store.numbers("2022-W32", "week", first) == (2, 2)
    assert store.numbers("2022-W31", "week", first) == (1, 1)
    assert store.numbers("2023-W01", "week", date(2023, 1, 2)) == (1, 2)
    assert store.numbers("2022-08", "month", first) == (1, 1)


def test_briefings_runs_profiles_corrections_and_batches_come_back(store):
    briefing = a_briefing("2022-W31", date(2022, 8, 1))
    store.put_briefing(briefing)
    assert store.briefing("2022-W31") == briefing
    assert store.briefings() == ["2022-W31"]
    store.put_run(briefing.run, name="2022-W31", finished_at=NOW)
    assert store.runs() == [("2022-W31", NOW, briefing.run)]
    store.put_profile("http://x/v1", "m", {"rung": "tools"})
    assert store.profile("http://x/v1", "m") == {"rung": "tools"}
    assert store.profile("http://x/v1", "other") is None
    link = Correction(kind="link", key="a", other="b")
    for correction in (link, Correction(kind="confirm", key="a"), link):
        store.put_correction(correction)
    assert [correction.kind for correction in store.corrections()] == ["link", "confirm"]
    store.put_batch("b1", "open", {"rows": 3})
    assert store.batches() == {"b1": {"rows": 3}}
    store.put_batch("b1", "done", {"rows": 3})
    assert store.batches() == {}


def test_what_fails_inside_a_transaction_never_happened(store):
    with pytest.raises(RuntimeError), store.transaction():
        store.put_article(an_article(), "第一句。", date(2022, 8, 1))
        raise RuntimeError
    assert store.days() == []


def test_a_foreign_database_and_a_newer_one_are_left_alone(tmp_path):
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreError, match="another program"):
        Store(foreign)
    newer = tmp_path / "newer.db"
    Store(newer).close()
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version"):
        Store(newer)


def test_a_path_that_cannot_be_a_database_says_so(tmp_path):
    (tmp_path / "text.db").write_text("not a database, but long enough to look like one" * 9)
    for path in (tmp_path / "text.db", tmp_path):
        with pytest.raises(StoreError) as caught:
            Store(path)
        assert str(path) in caught.value.problem
        assert caught.value.hint


def test_a_killed_process_loses_no_reply(tmp_path):
    path = tmp_path / "briefing.db"
    code = f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from test_store import a_reply
        from briefing.store import Store
        store = Store({str(path)!r})
        for number in range(10_000):
            store.put_reply(a_reply(str(number)))
            print(number, flush=True)
    """
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True
    )
    said = [int(child.stdout.readline()) for _ in range(50)]
    child.send_signal(signal.SIGKILL)
    said += [int(line) for line in child.stdout.read().split()]
    child.wait()
    with Store(path) as store:
        assert all(store.reply(str(number)) for number in said)


def test_two_stores_may_write_at_once(tmp_path):
    with Store(tmp_path / "b.db") as one, Store(tmp_path / "b.db") as two:
        one.put_reply(a_reply("one"))
        two.put_reply(a_reply("two"))
        assert one.reply("two")
        assert two.reply("one")


def test_a_day_is_found_without_reading_all_articles(store):
    record = an_article().model_dump_json()
    with store.transaction():
        store._db.executemany(
            "INSERT INTO articles VALUES (?, ?, 's', 'r', ?)",
            (
                (f"{n:016x}", (date(2000, 1, 1) + timedelta(days=n % 5_000)).isoformat(), record)
                for n in range(100_000)
            ),
        )
    thousands: list[int] = []  # of steps of SQLite's machine; a scan takes several for each row
    store._db.set_progress_handler(lambda: thousands.append(1), 1_000)
    assert len(store.articles(date(2001, 1, 1), date(2001, 1, 7))) == 140
    assert len(thousands) < 20


def test_a_profile_is_learned_anew_after_a_month(tmp_path):
    with Store(tmp_path / "b.db") as store:
        store.put_profile("http://x/v1", "m", {"rung": "tools"})
        for days, known in ((29, True), (31, False)):
            store._db.execute("UPDATE profiles SET learned_on = date('now', ?)", (f"-{days} days",))
            assert (store.profile("http://x/v1", "m") is not None) is known


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.store.file.MIGRATIONS", schema.MIGRATIONS[:1])
    with Store(tmp_path / "b.db") as store:
        store._db.execute("INSERT INTO profiles VALUES ('http://x/v1', 'm', '{}')")
        store.put_reply(a_reply())
    monkeypatch.undo()
    with Store(tmp_path / "b.db") as store:
        assert store.reply("k") == a_reply()
        assert store.profile("http://x/v1", "m") is None
        store.put_prints("a", {1, 2})


def test_articles_that_share_passages_are_found_and_common_ones_count_for_nobody(tmp_path):
    with Store(tmp_path / "b.db") as store:
        for article_id, prints in (("a", {1, 2, 3}), ("b", {2, 3}), ("c", {3})):
            store.put_prints(article_id, prints)
        assert store.alike({2, 3}, most=2) == {"a": 1, "b": 1}
        assert store.alike({2, 3}, most=3) == {"a": 2, "b": 2, "c": 1}
        store.put_prints("a", {9})
        assert store.alike(range(2_000), most=2) == {"a": 1, "b": 2, "c": 1}


def test_extractions_are_written_in_groups_and_none_is_lost_by_an_error(tmp_path):
    made = [Extraction(article_id=f"{number:016x}", engine="m") for number in range(40)]
    with Store(tmp_path / "b.db") as store:
        with pytest.raises(RuntimeError), Extracted(store, "m") as kept:
            for found in made:
                kept.put(found)
            assert store.extraction(made[31].article_id, "m") == made[31]
            raise RuntimeError
        with Extracted(store, "m") as kept:
            assert [kept.get(found.article_id) for found in made] == made
            assert kept.get("f" * 16) is None
        with Extracted(store, "other") as kept:
            assert kept.get(made[0].article_id) is None
