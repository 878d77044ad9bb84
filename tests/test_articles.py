"""Reading pages from wherever they lie: nothing disappears without a reason."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from briefing import archives, articles
from briefing.cleaning import clean
from briefing.records import Raw, Skip


def reasons(items) -> dict[str, str]:
    return {Path(item.source).name: item.reason for item in items if isinstance(item, Skip)}


def names(items) -> list[str]:
    return [Path(item.source).name for item in items if isinstance(item, Raw)]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_folder_is_read_sorted_with_its_subfolders_and_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.html", ".hidden.txt", "sub/c.md", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("内容")
    assert names(articles.read([tmp_path])) == ["a.html", "b.txt", "c.md"]


def test_the_parts_a_browser_saved_with_a_page_are_no_pages(tmp_path):
    (tmp_path / "news.html").write_text("<p>正文</p>")
    (tmp_path / "news_files").mkdir()
    (tmp_path / "news_files" / "frame.html").write_text("<p>广告</p>")
    assert names(articles.read([tmp_path])) == ["news.html"]


def test_what_cannot_be_read_is_a_skip_with_its_reason(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "large.txt").write_bytes(b"x" * 101)
    (tmp_path / "old.doc").write_bytes(b"x")
    (tmp_path / "photo.jpg").write_bytes(b"x")
    found = list(articles.read([tmp_path, tmp_path / "missing.txt"], max_bytes=100))
    assert reasons(found) == {
        "empty.txt": "empty",
        "large.txt": "larger than 100 bytes",
        "old.doc": ".doc files cannot be read: save it as .docx or .pdf",
        tmp_path.name: "files that are no pages: 1 .jpg",
        "missing.txt": "no such file or folder",
    }


def test_a_glob_is_sorted_and_says_when_it_finds_nothing(tmp_path):
    for name in ("2.txt", "1.txt", "3.html"):
        (tmp_path / name).write_text("内容")
    assert names(articles.read([str(tmp_path / "*.txt")])) == ["1.txt", "2.txt"]
    assert "no file matches" in next(iter(articles.read([str(tmp_path / "*.pdf")]))).reason


def test_a_file_named_twice_is_read_once(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("内容")
    assert len(list(articles.read([file, str(tmp_path), tmp_path / "." / "a.txt"]))) == 1


def test_a_date_on_the_command_line_wins_over_the_sidecar(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<p>正文</p>")
    (tmp_path / "a.html.meta.toml").write_text(
        'published = 2021-10-26\nurl = "http://www.example.gov.cn/1.html"\noutlet = "示例日报"\n'
    )
    [raw] = articles.read([page])
    assert (raw.given, raw.url, raw.outlet) == (
        date(2021, 10, 26), "http://www.example.gov.cn/1.html", "示例日报",
    )  # fmt: skip
    [raw] = articles.read([page], {str(page): date(2021, 10, 27)})
    assert raw.given == date(2021, 10, 27)


def test_a_broken_sidecar_is_named_and_not_guessed_at(tmp_path):
    (tmp_path / "a.txt").write_text("内容")
    (tmp_path / "a.txt.meta.toml").write_text('published = "昨天"')
    assert "published is not a date" in next(iter(articles.read([tmp_path]))).reason


def test_a_date_for_a_page_that_is_not_there_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("内容")
    found = list(articles.read([tmp_path], {"b.txt": date(2021, 1, 1)}))
    assert [type(item) for item in found] == [Raw, Skip]


def test_a_date_given_for_a_bare_name_holds_wherever_the_page_lies(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text("内容")
    zipped(tmp_path / "inbox" / "week.zip", {"b/c.txt": "内容".encode()})
    day = date(2021, 1, 1)
    found = list(articles.read([tmp_path], {"a.txt": day, "c.txt": day}))
    assert [item.given for item in found] == [day, day]


def test_standard_input_is_a_page_of_unknown_type():
    [raw] = articles.read(["-"], {"-": date(2021, 1, 1)}, stdin=io.BytesIO("正文".encode()))
    assert (raw.source, raw.media, raw.given) == ("-", "", date(2021, 1, 1))


def test_members_of_a_zip_are_pages_with_their_sidecars(tmp_path):
    zipped(
        tmp_path / "week.zip",
        {
            "b/新闻.txt": "内容".encode(),
            "a.html": b"<p>x</p>",
            "a.html.meta.toml": b"published = 2021-10-26",
            "__MACOSX/a.html": b"x",
            "inner.zip": b"PK",
        },
    )
    found = list(articles.read([tmp_path]))
    assert [item.source.rpartition("!")[2] for item in found] == [
        "a.html",
        "b/新闻.txt",
        "inner.zip",
    ]
    assert found[0].given == date(2021, 10, 26)
    assert found[2].reason == "an archive inside an archive is not opened"


def test_a_zip_bomb_stops_at_the_cap(tmp_path):
    zipped(tmp_path / "bomb.zip", {"bomb.txt": b"\0" * 5_000_000, "good.txt": b"ok"})
    found = list(articles.read([tmp_path], max_bytes=1_000))
    assert reasons(found) == {"bomb.zip!bomb.txt": "larger than 1,000 bytes"}
    assert names(found) == ["bomb.zip!good.txt"]


def test_all_members_together_stay_under_a_cap(tmp_path):
    bomb = zipped(tmp_path / "bomb.zip", {f"{n}.txt": b"\0" * 900 for n in range(10)})
    with pytest.raises(articles.InputError, match="bytes in one archive"):
        list(archives.members(bomb, max_bytes=1_000, sidecar=".meta.toml", max_total=3_000))


def test_a_broken_zip_is_a_skip_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 no archive")
    (tmp_path / "b.txt").write_text("内容")
    assert names(articles.read([tmp_path])) == ["b.txt"]


def test_reading_is_lazy(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("内容")
    found = articles.read([tmp_path])
    next(found)
    (tmp_path / "1.txt").unlink()
    assert isinstance(next(found), Skip)


def test_an_outlet_that_the_user_names_reaches_the_article(tmp_path):
    text = (
        "清河区召开项目推进会\n\n5月7日，清河区召开重点项目推进会，区委书记李明远出席会议并讲话。"
    )
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    (tmp_path / "page.txt.meta.toml").write_text('outlet = "清河日报"', encoding="utf-8")
    [raw] = articles.read([tmp_path])
    [article] = clean(raw).articles
    assert article.outlet == "清河日报"
