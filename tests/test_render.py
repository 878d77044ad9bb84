"""All formats together: they agree, show hostile text as text, and take a user's templates."""

import io
import json
import os
import re
import zipfile
from collections import Counter
from dataclasses import fields, is_dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import jinja2.meta
import openpyxl
import pypdf
import pytest
from hostile_week import week_of
from samples import sample_briefing

from briefing.errors import BriefingError, ConfigError, TemplateError
from briefing.records import Briefing, Issued, Masthead, Run
from briefing.render import LAYOUTS, environments, html, labels, lines, pdf, render, view
from briefing.render.plain import one_line, visible
from briefing.resources import shipped

README = Path(__file__).parent.parent / "templates" / "README.md"
TEXTS = ("md", "html", "docx", "xlsx", "pdf", "json")


class Reader(HTMLParser):
    """Reads a page's text and counts its tags with the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: Counter[tuple[str, ...]] = Counter()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, *(name for name, _ in attrs)] += 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def text_of(made: bytes, fmt: str) -> str:
    """Return all the text of a file, without white space, as its own reader reads it."""
    match fmt:
        case "md":
            text = re.sub(r"\\(\W)", r"\1", made.decode())
        case "html":
            text = "".join(Reader(made.decode()).text)
        case "docx":
            document = docx.Document(io.BytesIO(made))
            text = "".join(document.element.body.itertext())
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(made))
            cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
            text = "\n".join(str(cell) for cell in cells)
        case "pdf":
            text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
        case _:
            text = json.dumps(json.loads(made), ensure_ascii=False)
    return re.sub(r"[\s\u200b]+", "", text)


@cache
def sample(fmt: str, lang: str = "zh") -> bytes:
    return render(sample_briefing().model_copy(update={"lang": lang}), fmt)


def empty(lang: str) -> Briefing:
    day = sample_briefing().period.first
    return Briefing(
        period=Issued(name="2026-03-02", cadence="day", first=day, last=day),
        lang=lang,
        run=Run(engine="rules", version="0"),
    )


# --- agreement -----------------------------------------------------------------------------


@pytest.mark.parametrize("fmt", TEXTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_holds_every_figure_name_target_step_shortfall_and_doubt(fmt, lang):
    briefing = sample_briefing()
    text = text_of(sample(fmt, lang), fmt)
    wanted = [
        *(row.finding.claim.raw for row in briefing.figures),
        *(row.finding.claim.name for row in briefing.officials),
        *(row.finding.claim.what for row in briefing.targets),
        *(entry.what for entry in briefing.ledger),
        *(row.finding.claim.action for row in briefing.next_steps),
        *(row.finding.claim.what for row in briefing.shortfalls),
        *(row.finding.evidence.quote for row in briefing.doubts),
    ]
    assert not [words for words in wanted if re.sub(r"\s", "", words) not in text]


@pytest.mark.parametrize("fmt", ["md", "html", "pdf", "docx"])
def test_every_format_to_be_read_holds_every_section_and_every_cited_sentence(fmt):
    text = text_of(sample(fmt), fmt)
    doc = view.View(sample_briefing())
    heads = [doc.overview, *(getattr(doc.t, kind) for kind in (
        "figures", "leagues", "ledger", "targets", "officials", "next_steps", "shortfalls",
        "conflicts", "remarks", "digests", "doubts", "omissions", "skipped",
    ))]  # fmt: skip
    assert not [head for head in heads if head not in text]
    if fmt == "docx":
        notes = zipfile.ZipFile(io.BytesIO(sample(fmt))).read("word/endnotes.xml").decode()
        text += re.sub(r"<[^>]+>|\s", "", notes)
    quotes = [quotation.text for it in doc.sources for quotation in it.quotations]
    assert not [quote for quote in quotes if re.sub(r"\s", "", quote) not in text]


def test_json_is_the_record():
    assert Briefing.model_validate_json(sample("json")) == sample_briefing()


@pytest.mark.parametrize("fmt", TEXTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_briefing_of_nothing_prints(fmt, lang):
    assert render(empty(lang), fmt)


def test_an_unknown_format_or_layout_names_those_that_there_are():
    with pytest.raises(ConfigError, match="odt") as caught:
        render(sample_briefing(), "odt")
    assert "docx" in caught.value.hint
    with pytest.raises(ConfigError, match="modern") as caught:
        render(sample_briefing(), "pdf", layout="modern")
    assert all(layout in caught.value.hint for layout in LAYOUTS)


def test_both_languages_have_the_same_words():
    zh, en = (vars(labels.words(lang)) for lang in ("zh", "en"))
    assert list(zh) == list(en)
    slots = [{name: set(re.findall(r"\{\w+\}", t)) for name, t in one.items()} for one in (zh, en)]
    assert slots[0] == slots[1]
    for kind, values in labels._WORDS["zh"].items():
        assert list(values) == list(labels._WORDS["en"][kind])


# --- hostile text --------------------------------------------------------------------------

HOSTILE = {
    "Markdown": "# a **b** _c_ `d` [e](http://evil.cn) ![f](x) | g | <br> ~~h~~ [^1-1] 1. - >",
    "HTML": '</title></script><script>alert(1)</script><img src=x onerror=alert(1)> " \' & &lt;',
    "Typst": '#panic("x") $x^2$ *b* _c_ = h @ref <label> `raw` \\ #link("http://evil.cn") "; ] }',
    "Jinja": "{{ 7*7 }} {% for x in y %} {# c #} {{ self.__init__.__globals__ }}",
    "Word": "<w:p/>&\"]]> <?xml?> <w:instrText>INCLUDETEXT</w:instrText> &#x41;",
    "formula": '=HYPERLINK("http://evil.cn","x")',
    "more formulas": "@SUM(A1) +1 -1 =cmd|' /C calc'!A0",
    "bidi": "a\u202eb\u2066c\u200fd",
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\ufffeg",
    "emoji": "甲😀乙👨\u200d👩\u200d👧丙🇨🇳",
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_plain_text_in_html(kind):
    page, plain = (Reader(render(week_of(t), "html").decode()) for t in (HOSTILE[kind], "甲"))
    drop = ("data-mark", "data-raw")  # left out where code points are shown as codes
    tags = [
        Counter({tuple(a for a in k if a not in drop): 0 for k in one.tags})
        + Counter(tuple(a for a in k if a not in drop) for k in one.tags.elements())
        for one in (page, plain)
    ]
    assert tags[0] == tags[1]
    assert "".join(page.text).count(one_line(HOSTILE[kind])) >= 20


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_plain_text_in_word(kind):
    def tags(made):
        archive = zipfile.ZipFile(io.BytesIO(made))
        parts = [archive.read(f"word/{part}.xml").decode() for part in ("document", "endnotes")]
        return [Counter(re.findall(r"<(w:\w+)", part)) for part in parts]

    made = render(week_of(HOSTILE[kind]), "docx")
    assert tags(made) == tags(render(week_of("甲"), "docx"))
    words = re.sub(r"\s", "", one_line(HOSTILE[kind]))
    assert text_of(made, "docx").count(words) >= 20


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_plain_text_in_a_workbook(kind):
    made = render(week_of(HOSTILE[kind]), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert sum(cell.value == visible(HOSTILE[kind]) for cell in cells) >= 15
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_plain_text_in_pdf(kind):
    made = render(week_of(HOSTILE[kind]), "pdf")
    reader = pypdf.PdfReader(io.BytesIO(made))
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert not [link for link in links if "/URI" in link.get("/A", {})]
    text = text_of(made, "pdf")
    if kind == "emoji":
        assert text.count("甲〓乙") >= 20
    else:
        words = re.sub(r"\s", "", one_line(HOSTILE[kind]))
        assert text.count(words) >= 10


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_comes_back_from_json(kind):
    briefing = week_of(HOSTILE[kind])
    assert Briefing.model_validate_json(render(briefing, "json")) == briefing


@pytest.mark.parametrize("fmt", TEXTS)
def test_a_word_of_ten_thousand_letters_prints(fmt):
    briefing, word = sample_briefing(), "w" * 10_000
    row = briefing.figures[0]
    claim = row.finding.claim.model_copy(update={"metric": word})
    long = row.model_copy(update={"finding": row.finding.model_copy(update={"claim": claim})})
    head = briefing.masthead.model_copy(update={"unit": word})
    text = text_of(
        render(briefing.model_copy(update={"figures": (long,), "masthead": head}), fmt), fmt
    )
    assert text.count("w") >= (10_000 if fmt == "xlsx" else 20_000)  # a workbook has no masthead


@pytest.mark.parametrize("fmt", TEXTS)
def test_a_word_in_no_language_and_an_address_that_is_a_script_print_without_a_link(fmt):
    made = render(week_of("javascript:alert(1)"), fmt)
    assert not re.search(rb"href=\"javascript|\]\(javascript|/URI ?\(javascript", made)


def test_a_character_that_no_font_has_is_replaced_and_listed():
    briefing = week_of("张\U00020000")
    text = text_of(render(briefing, "pdf"), "pdf")
    assert "张〓" in text
    assert text.count("U+20000") >= 1
    assert re.sub(r"\s", "", labels.words("zh").glyphs) in text


# --- templates -----------------------------------------------------------------------------


def own(folder, text, name="weekly.md.j2"):
    (folder / name).write_text(text, encoding="utf-8")
    fmt = {"md": "md", "html": "html", "typ": "pdf"}[name.split(".")[1]]
    return render(sample_briefing(), fmt, templates=folder)


def test_the_examples_of_the_readme_change_one_block_and_keep_the_rest(tmp_path):
    blocks = re.findall(r"```jinja\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    changed, left_out = blocks
    text = own(tmp_path, changed).decode()
    shown = sample("md").decode()
    assert "## 需要协调的问题" in text
    assert "## 短板问题" not in text
    assert "1. 外贸订单不足、要素保障不够有力的问题依然突出（临江新区）[^1-8]" in text
    assert text.split("## 需要协调的问题")[0] == shown.split("## 短板问题")[0]
    assert text.split("## 说法不一")[1] == shown.split("## 说法不一")[1]
    page = own(tmp_path, left_out, "weekly.html.j2").decode()
    assert "<h2>遗漏提示" not in page
    assert "<h2>存疑" in page
    assert page.count("联系人：值班室") == 1


def test_super_and_macros_are_not_escaped_twice(tmp_path):
    text = own(
        tmp_path,
        '{% extends "builtin/weekly.md.j2" %}{% block foot %}{{ super() }}\n{{ super() }}{% endblock %}',
    ).decode()
    foot = sample("md").decode().split("---\n")[-1]
    assert text.count(foot.strip()) == 2


def test_a_template_of_the_pdf_can_be_changed_too(tmp_path):
    made = own(
        tmp_path,
        '{% extends "builtin/official.typ.j2" %}'
        "{% block foot %}\n{{ briefing.masthead.unit }}抄送{% endblock %}",
        "official.typ.j2",
    )
    assert "安州市人民政府办公室抄送" in text_of(made, "pdf")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a\n{{ dok.figures }}", 2, "doc"),
        ("a\nb\n{{ doc.figurs }}", 3, "figures"),
        ("{% for line in doc.figures %}\n{{ line.valeu }}\n{% endfor %}", 2, "value"),
        ("a\n{{ briefing.masthead.nmae }}", 2, "name"),
        ("a\n{{ t.figurs }}", 2, "figures"),
        ("a\n{% for x in %}", 2, ""),
        ("a\n{{ doc.name | shout }}", 2, "shout"),
        ('a\n{% include "other.md.j2" %}', 2, "weekly.md.j2"),
        ("a\n{{ 1 / 0 }}", 2, ""),
        ("a\n{{ doc.by_region(3) }}", 2, ""),
        ("a\n{{ 'x' + 1 }}", 2, ""),
    ],
)
def test_a_mistake_in_a_template_is_named_by_file_and_line_with_what_exists(
    tmp_path, text, line, says
):
    with pytest.raises(TemplateError) as caught:
        own(tmp_path, text)
    assert "weekly.md.j2" in str(caught.value)
    assert f"line {line}" in str(caught.value)
    assert says in f"{caught.value} {caught.value.hint}"


def test_a_template_in_another_encoding_is_named(tmp_path):
    (tmp_path / "weekly.md.j2").write_bytes("简报".encode("gb18030"))
    with pytest.raises(TemplateError, match=r"weekly\.md\.j2"):
        render(sample_briefing(), "md", templates=tmp_path)


def test_a_template_saved_by_notepad_is_read(tmp_path):
    (tmp_path / "weekly.md.j2").write_bytes(b"\xef\xbb\xbf{{ doc.name }}")
    assert render(sample_briefing(), "md", templates=tmp_path).decode() == "安州工作简报"


@pytest.mark.parametrize(
    "text",
    [
        "{{ doc.__class__ }}",
        "{{ doc['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ doc.by_region.__globals__ }}",
        "{{ doc.by_region.__func__ }}",
        "{{ briefing.model_dump_json() }}",
        "{{ briefing.__init__.__globals__ }}",
        "{{ briefing.model_copy(update={}) }}",
        "{{ doc | attr('__class__') }}",
        "{{ ['a'] | map(attribute='__class__') | first }}",
        "{{ '{0.__class__}'.format(doc) }}",
        "{{ '%s' | format(doc.__dict__) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ joiner.__call__.__func__ }}",
        "{{ range(1000000000) }}",
        '{% include "/etc/passwd" %}',
        '{% include "../pyproject.toml" %}',
        '{% extends "builtin/../pyproject.toml" %}',
        "{{ open('/etc/passwd') }}",
        "{{ lipsum }}",
        "{{ doc._numbered }}",
        "{{ doc.figures | tojson }}",
        "{{ doc.name | safe }}",
        "{% do doc.rows.clear() %}",
        "{% set doc.name = 'x' %}",
        "{{ namespace(a=1).__class__ }}",
    ],
)
def test_the_sandbox_lets_nothing_out(tmp_path, text):
    with pytest.raises(BriefingError):
        own(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ '<b>' ~ doc.name }}",
        "{{ ('<b>' | string) }}",
        "{% set x %}<b>{% endset %}{{ x | upper }}",
    ],
)
def test_no_filter_makes_markup_of_text(tmp_path, text):
    assert "<b>甲" not in own(tmp_path, text).decode()


def test_a_template_may_read_files_of_its_own_folder_only(tmp_path):
    (tmp_path / "secret.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "own").mkdir()
    with pytest.raises(BriefingError):
        own(tmp_path / "own", '#read("../secret.txt")', "official.typ.j2")
    with pytest.raises(BriefingError):
        own(tmp_path / "own", '#read("/etc/passwd")', "official.typ.j2")


# --- what templates/README.md lists ----------------------------------------------------------


def listed():
    """Return the names in each table of the README, by its heading."""
    text = README.read_text(encoding="utf-8").split("## Names")[1]
    sections = re.split(r"^### ", text, flags=re.M)[1:]
    return {
        section.splitlines()[0].strip("` "): set(re.findall(r"^\| `(\w+)` \|", section, re.M))
        for section in sections
    }


def public(kind):
    names = {name for name in dir(kind) if name[0] != "_"}
    return names | ({field.name for field in fields(kind)} if is_dataclass(kind) else set())


def test_the_readme_lists_every_name_of_the_view_and_no_other():
    tables = listed()
    values = {name for name in vars(view.View(sample_briefing())) if name[0] != "_"}
    assert tables["doc"] == public(view.View) | values
    kinds = [k for k in vars(lines).values() if is_dataclass(k)]
    assert len(kinds) > 15
    for kind in (*kinds, html.Place, html.Sentence, pdf.Missing):
        assert tables[kind.__name__] == public(kind), kind.__name__


def test_the_readme_lists_every_field_of_the_record_and_no_other():
    tables = listed()
    assert tables["briefing"] == set(Briefing.model_fields)
    for kind in (Masthead, Issued, Run):
        assert tables[kind.__name__] == set(kind.model_fields)


def test_the_readme_lists_what_only_one_format_has(monkeypatch):
    tables = listed()
    for module, fmt, head in ((html, "html", "HTML"), (pdf, "pdf", "Typst")):
        given = {}

        def note(env, name, view, *, _given=given, **more):
            _given["names"], _given["filters"] = set(more), set(env.filters)
            return environments.fill(env, name, view, **more)

        monkeypatch.setattr(module, "fill", note)
        render(sample_briefing(), fmt)
        assert tables[head] == given["names"]
        filters = re.findall(
            r"`(\w+)`", README.read_text("utf-8").split("### Filters")[1].split("###")[0]
        )
        assert given["filters"] <= set(filters)


def test_the_readme_lists_the_filters_and_globals_that_there_are():
    text = README.read_text(encoding="utf-8")
    filters = set(re.findall(r"`(\w+)`", text.split("### Filters")[1].split("### ")[0]))
    env = environments.environment(environments.markdown, None)
    assert set(env.filters) <= filters
    assert filters - set(env.filters) == {"url", "verbatim", "str", "code", "href", "drawing"}
    named = set(re.findall(r"`(\w+)`", text.split("### Globals")[1].split("### ")[0]))
    assert set(env.globals) == named


def test_the_readme_lists_the_fixed_words_as_a_golden_table():
    """`make golden` rewrites it."""
    zh, en = (vars(labels.words(lang)) for lang in ("zh", "en"))
    rows = [f"| `{name}` | {zh[name]} | {en[name].strip()} |" for name in zh]
    table = "\n".join(["| name | zh | en |", "| --- | --- | --- |", *rows])
    text = README.read_text(encoding="utf-8")
    start, end = "<!-- words: written by `make golden` -->\n", "\n<!-- end of words -->"
    head, rest = text.split(start)
    tail = rest.split(end.strip())[1]
    if os.environ.get("GOLDEN") == "write":
        README.write_text(head + start + table + end + tail, encoding="utf-8")
    assert table in README.read_text(encoding="utf-8")


def test_every_shipped_template_uses_only_names_that_the_readme_lists():
    env = environments.environment(
        environments.markdown,
        None,
        dict.fromkeys(("url", "verbatim", "str", "code", "href", "drawing"), str),
    )
    tables = listed()
    known = {"doc", "briefing", "t", *tables["HTML"], *tables["Typst"]} | set(env.globals)
    for path in shipped("templates").glob("*.j2"):
        tree = env.parse(path.read_text(encoding="utf-8"))
        imported = {name for node in tree.find_all(jinja2.nodes.FromImport) for name in node.names}
        imported |= {node.target for node in tree.find_all(jinja2.nodes.Import)}
        assert jinja2.meta.find_undeclared_variables(tree) - imported <= known, path.name


def test_a_list_of_people_shows_no_verb_that_lacks_what_was_said():
    from briefing.render import activities

    assert activities.shown(("说",)) == ()
    assert activities.shown(("主持", "表示")) == ("主持",)
