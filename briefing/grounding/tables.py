"""Prove a figure by the cell of a table: by its row, its column and what the table is of.

In:  a figure, and the sentence that is a row of a table (`rows`).
Out: a proof, or why the cell is not the claim's; None where no bare cell of a row holds the number.

    指标名称       单位   1-10月累计   同比增长(%)
    工业增加值     亿元   68.42        5.6

A cell belongs to the name of its row and the words of its column. The row's name is the metric or,
for a place, the subject; what a column adds (占比, 年初预算, 规上工业增加值) may not be left out; the
rest of a metric is of the caption, the title or general. `raw` is the cell as the page has it, alone
or with the unit of its column (68.42亿元); it is handed on with that unit, without which a reader
could not tell what it is. Two rows of one name, and a cell without a unit, are refused.
"""

import re

from briefing.facts import amounts, dates
from briefing.facts.folding import squeeze
from briefing.grounding import bases, figure_periods, figure_words, own_place, subjects
from briefing.grounding.pieces import Layout
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.grounding.rows import NUMBER, Row, row_of
from briefing.records import Amount, Basis, Direction, Figure, Verdict

_MEASURE = re.compile("[值额量率]|投资|收入|支出|面积|[存贷]款|利润|税收|人数|价格|指数|得分")
_GROWTH = re.compile("增速|增长|增幅|涨幅|降幅|下降|同比|环比")
_TOTALS = frozenset(["合计", "总计", "总数", "全部"])
"""Names of a row that sums up the article's own place."""

_OLDER = re.compile("[去上前]年(?:同期)?|同期|基期")
_NO_QUANTITY = re.compile(f"{_GROWTH.pattern}|在?全[省市区县州]|排名|位次|名次|排位")


def prove(reading: Reading, sentence: Sentence, figure: Figure) -> Proof | Refused | None:
    """Prove `figure` by a bare cell of `sentence`; None where none holds its number."""
    row = row_of(reading, sentence)
    if row is None:
        return None
    raw = squeeze(figure.raw)
    outcomes: list[Proof | Refused] = []
    for place, cell in enumerate(row.cells):
        if place and NUMBER.fullmatch(cell.words) and raw.startswith(cell.words):
            unit = row.unit(place)
            if raw in (cell.words, cell.words + unit):
                outcomes.append(_prove_cell(reading, row, place, unit, figure))
    proofs = [one for one in outcomes if isinstance(one, Proof)]
    return next(iter([*proofs, *outcomes]), None)


def _prove_cell(
    reading: Reading, row: Row, place: int, unit: str, figure: Figure
) -> Proof | Refused:
    cell, column = row.cells[place], row.table.columns[place]
    mark, amount = row.range(place), _amount(row, place, unit)

    def refuse(verdict: Verdict, reason: str) -> Refused:
        return Refused(verdict, f"in the table, {reason}", row.sentence, mark)

    if amount is None:
        return refuse(Verdict.UNIT_DIFFERS, f"no unit can be told for {cell.words}")
    if figure.is_rank != column.ranks:
        return refuse(Verdict.UNIT_DIFFERS, f"it stands under {column.words}")
    if row.table.names[row.name] > 1:
        return refuse(Verdict.METRIC_DIFFERS, f"several rows are called {row.name}")
    metric, subject = squeeze(figure.metric), squeeze(figure.subject or "")
    if wrong := _wrong_subject(reading, row, metric, subject):
        return refuse(Verdict.SUBJECT_DIFFERS, wrong)
    if wrong := _wrong_metric(reading, row, row.adds(place), amount, metric):
        return refuse(Verdict.METRIC_DIFFERS, wrong)
    if wrong := _wrong_change(row, place, metric, figure.change_kind):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    if not figure.period and (when := _needs_period(row, place)):
        return refuse(Verdict.PERIOD_DIFFERS, f"the cell is of {when}")
    if figure.period and (wrong := _wrong_period(reading, row, place, figure.period)):
        return refuse(Verdict.PERIOD_DIFFERS, wrong)
    whole = cell.words if cell.words.endswith(unit) else cell.words + unit
    return Proof(row.sentence, mark, [row.range(0), mark], amount=amount, raw=whole)


def _amount(row: Row, place: int, unit: str) -> Amount | None:
    """Return what a cell says: a place, a growth with its direction, a level; None without a unit."""
    number = row.cells[place].words
    if row.table.columns[place].ranks:
        read = amounts.read(f"第{number}", "排名")
    elif not unit:
        return None
    else:
        rises = row.grows(place) and number[0] != "-"
        number = number if number.endswith(unit) else number + unit
        read = amounts.read(number, "同比增长" if rises else "")
    return read if isinstance(read, Amount) else None


def _wrong_subject(reading: Reading, row: Row, metric: str, subject: str) -> str:
    """Return why the row is not of `subject`, "" where it is.

    A row that is named by the metric is of the article's own place, or of nobody who is named.
    """
    own, name = own_place.own_names(reading), row.name
    if subject and (name == subject or own_place.stem(name) == own_place.stem(subject)):
        return ""
    whole = name in own or name in _TOTALS
    if name not in metric and not (whole and subject in own):
        return f"the row is of {name}"
    if not subject or subject in own:
        return ""
    heard = subjects.inherited(reading, row.table.header, subject)
    return "" if heard in ("title", "region") else f"{subject} is not said of it"


def _wrong_metric(reading: Reading, row: Row, adds: str, amount: Amount, metric: str) -> str:
    """Return what the metric leaves out of its row and column, or has from elsewhere, else ""."""
    if adds not in metric:
        return f"the column is of {adds}"
    rest = metric.replace(row.name, "", 1).replace(adds, "", 1)
    texts = (row.table.header.text, row.table.above, reading.titles)
    lead = [(0, len(text), text) for text in texts]
    change = amount.basis is not Basis.LEVEL
    falls = amount.direction is Direction.DOWN
    general = figure_words.general_words(change, falls, frozenset())
    laid = Layout((), lead, (), general).cover(rest)
    if isinstance(laid, int):
        return f"{rest[laid : laid + 8]!r} does not stand over the row"
    if row.name in metric or adds:
        return ""
    return _wrong_caption(row.table.above or reading.titles, rest)


def _wrong_caption(caption: str, metric: str) -> str:
    """Return why `metric` is not what a table without words of its own is of, else ""."""
    measures = _MEASURE.findall(caption)
    if len(measures) != 1 or not _MEASURE.search(metric):
        return "the caption does not name one quantity"
    core = _NO_QUANTITY.sub("", metric)
    place = caption.find(core)
    if place < 0:
        return f"the table is not of {core}"
    kind = figure_words.KIND.search(caption, max(0, place - 6), place)
    return f"the table is of {kind[0]}{core}" if kind else ""


def _wrong_change(row: Row, place: int, metric: str, kind: str | None) -> str:
    """Return why a growth is told of as a level or the reverse, or against what else it is; else ""."""
    words = row.table.columns[place].words
    if row.table.columns[place].ranks:
        rated = row.grows(place - 1) or bool(_GROWTH.search(words))
        return (
            "" if rated == bool(_GROWTH.search(metric)) else f"{words} ranks the column before it"
        )
    if row.grows(place):
        told = f"{row.table.above}{row.name}{words}"
        said = bases.change_kinds(told, len(told)) or {"同比"}
        return f"it is {'、'.join(sorted(said))}, not {kind}" if kind and kind not in said else ""
    if kind or _GROWTH.search(metric):
        return f"{words} is a level, not a change"
    return ""


def _wrong_period(reading: Reading, row: Row, place: int, period: str) -> str:
    """Return why the cell is of another period: that of a note, its column, one before it, the title."""
    for note in row.table.below:
        if row.name in note and (told := dates.find(note)):
            return _other(reading, told[-1].raw, period)
    columns = row.table.columns
    now = [c for c in columns[:place] if not _OLDER.search(c.words)] + [columns[place]]
    before = [m for column in now for m in dates.find(column.words)]
    every = [m for column in columns for m in dates.find(column.words)]
    if before or len(every) == 1:
        return _other(reading, (before or every)[-1].raw, period)
    return figure_periods.wrong_period(reading, row.table.header, (0, 0), period)


def _needs_period(row: Row, place: int) -> str:
    """Return the time that a cell is of where a claim must say it: an older one, or one of several."""
    columns = row.table.columns
    told = [m.raw for m in dates.find(columns[place].words)]
    alike = [c for c in columns if c.adds == columns[place].adds and not (c.grows or c.ranks)]
    times = {m.raw for column in alike for m in dates.find(column.words)}
    older = _OLDER.search(columns[place].words)
    if columns[place].grows or not (older or (told and len(times) > 1)):
        return ""
    return older[0] if older else told[-1]


def _other(reading: Reading, said: str, period: str) -> str:
    same = figure_periods.same_period(said, squeeze(period), reading.days(period), reading)
    return "" if same else f"it says {said}, not {period}"
