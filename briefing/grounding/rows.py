"""Read the rows of a table: their cells, the header above them, units, and what a column says.

In:  a sentence of an article that is one line of a table (cells parted by tabs, wide gaps or blanks).
Out: its `Row`, None where it is none: not as many cells as the header, or a cell of another kind than
     its column (no number under numbers). Cells that cannot be aligned are never guessed at.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from briefing.facts import dates
from briefing.facts.folding import squeeze
from briefing.grounding.reading import Reading, Sentence, once

MAX_ROWS = 80
"""Lines above a row among which its header is looked for, and rows of one table."""

MAX_LINE = 400
"""Letters of a row at most."""

_LINES_ABOVE = 3
"""Lines above a header that may be the table's caption."""

_LINES_BELOW = 6
"""Lines below the last row that may be its notes."""

NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
_EMPTY = re.compile(r"[-—–/.…*]+|无|持平")
_WIDE_GAP = re.compile(r"\t|\s{2,}")
_GAP = re.compile(r"\s+")
_CELL_END = tuple("0123456789%-—–/.…*无平")
"""How the last cell of a row ends."""

_PROSE_END = re.compile(r"[。;,:!?]$")
_UNIT_COLUMN = re.compile(r"(?:计量)?单位")
_UNIT_IN_HEADER = re.compile(r"\(([^()\d]{1,8})\)$|(?<=[^(])(%)$")
_UNITS_ABOVE = re.compile(r"单位:?((?:[\u4e00-\u9fff]{1,6}|[%、,])+)(?=\)|$)")
_MARKS = re.compile(
    r"^(?:[#*★△▲]+|其中:|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\))"
)
_PLAIN = re.compile(
    r"(?:本期|本月|本年|本季|当月|当年|当期|累计|数值|绝对[值额量数]|总量|完成[值额数]?|实绩|实际|现价|指标值|合计|金额|数额|执行数|决算数|[,、/至到为-])+"
)
"""Words of a column that add nothing to the quantity of its row."""

_GROWS = re.compile(r"增长|增速|增幅|增减|涨幅|涨跌|升降|±")
_GROWTH = re.compile(
    rf"(?:[比较]?(?:上年|去年)(?:同期)?|[比较]上月|[比较]年初|同比|环比|{_GROWS.pattern}|[率,、/+-])+$"
)
_RANK = re.compile(r"(?:在?全[省市区县州])?(?:排名|位次|名次|排位)$")


@dataclass(frozen=True)
class Cell:
    """One cell: its words (squeezed), and where they begin in the article."""

    words: str
    at: int


@dataclass(frozen=True)
class Column:
    """What the header says of a column. `unit` is "" where it names none."""

    words: str
    unit: str

    @property
    def grows(self) -> bool:
        """True for a column of changes: 同比增长(%)."""
        return bool(_GROWS.search(self.words))

    @property
    def ranks(self) -> bool:
        """True for a column of places: 位次."""
        return bool(_RANK.search(self.words))

    @cached_property
    def adds(self) -> str:
        """What the column adds to the name of its row: 占比, 年初预算, 规上工业增加值; "" for 1-10月累计."""
        bare = self.words
        for mention in dates.find(bare):
            bare = bare.replace(mention.raw, "")
        bare = _GROWTH.sub("", bare) if self.grows else _RANK.sub("", bare)
        return _PLAIN.sub("", bare) if _PLAIN.fullmatch(bare) else bare


@dataclass(frozen=True)
class Table:
    """What the rows of a table share. `above` are the lines over it, `below` the notes under it."""

    header: Sentence
    columns: tuple[Column, ...]
    above: str
    below: tuple[str, ...]
    names: Counter[str]


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    sentence: Sentence
    cells: tuple[Cell, ...]
    table: Table

    @property
    def name(self) -> str:
        """What the row is of, without marks of order: 工业投资 for #工业投资."""
        return _name(self.cells)

    def range(self, place: int) -> tuple[int, int]:
        """Return the range of a cell in the text of the sentence."""
        cell, sentence = self.cells[place], self.sentence
        letters = range(len(sentence.text))
        first = bisect_left(letters, cell.at, key=lambda i: sentence.span(i, i + 1)[0])
        return first, first + len(cell.words)

    def grows(self, place: int) -> bool:
        """Tell whether a cell is a growth: by its column, its row, or what the table is of."""
        column = self.table.columns[place]
        if column.grows or _GROWS.search(self.name):
            return True
        return (
            not self.adds(place)
            and self.unit(place) == "%"
            and bool(_GROWS.search(self.table.above))
        )

    def adds(self, place: int) -> str:
        """Return what the column adds to the row's name; a growth or a place is of the column before it."""
        column = self.table.columns[place]
        while place > 1 and not column.adds and (column.grows or column.ranks):
            place -= 1
            column = self.table.columns[place]
        return "" if _UNIT_COLUMN.fullmatch(column.words) else column.adds

    def unit(self, place: int) -> str:
        """Return the unit of a cell: of its own words, its column, its row or the table; "" for none."""
        if self.cells[place].words.endswith("%"):
            return "%"
        column = self.table.columns[place]
        if column.unit or column.ranks:
            return column.unit
        for cell, other in zip(self.cells, self.table.columns, strict=True):
            if _UNIT_COLUMN.fullmatch(other.words):
                return "" if column.grows else cell.words
        found = _UNITS_ABOVE.search(self.table.above)
        units = re.split("[、,]", found[1]) if found else []
        if len(units) > 1:
            units = [unit for unit in units if (unit == "%") == column.grows]
        return units[0] if len(units) == 1 else ""


def _name(cells: tuple[Cell, ...]) -> str:
    return _MARKS.sub("", cells[0].words)


@once
def _tables(reading: Reading) -> dict[int, Table]:
    """Return the tables of an article by the number of their header, as far as they were read."""
    return {}


@once
def _rows(reading: Reading) -> dict[int, Row | None]:
    """Return the rows of an article by the number of their sentence, as far as they were read."""
    return {}


def row_of(reading: Reading, sentence: Sentence) -> Row | None:
    """Return `sentence` as a row of a table, None where it is none."""
    if sentence.text[-1:] not in _CELL_END or sentence.length > MAX_LINE:
        return None
    known = _rows(reading)
    if sentence.number not in known:
        known[sentence.number] = _row(reading, sentence)
    return known[sentence.number]


def _row(reading: Reading, sentence: Sentence) -> Row | None:
    cells = _cells(reading, sentence)
    if not _is_row(cells):
        return None
    for number in range(sentence.number - 1, max(0, sentence.number - 1 - MAX_ROWS), -1):
        above = reading.sentence(number)
        heads = _cells(reading, above)
        if len(heads) != len(cells) or _PROSE_END.search(above.text):
            return None
        if not any(NUMBER.fullmatch(cell.words) for cell in heads):
            table = _table(reading, above, heads)
            return Row(sentence, cells, table) if _fits(cells, table.columns) else None
    return None


def _table(reading: Reading, header: Sentence, heads: tuple[Cell, ...]) -> Table:
    known = _tables(reading)
    if header.number not in known:
        known[header.number] = _read(reading, header, heads)
    return known[header.number]


def _read(reading: Reading, header: Sentence, heads: tuple[Cell, ...]) -> Table:
    first = max(1, header.number - _LINES_ABOVE)
    above = [reading.sentence(number).text for number in range(first, header.number)]
    names: Counter[str] = Counter()
    number = header.number + 1
    while number <= len(reading) and number <= header.number + MAX_ROWS:
        cells = _cells(reading, reading.sentence(number))
        if len(cells) < 2 or _PROSE_END.search(cells[-1].words):
            break
        names[_name(cells)] += 1
        number += 1
    below = range(number, min(len(reading), number + _LINES_BELOW) + 1)
    return Table(
        header,
        tuple(_column(cell.words) for cell in heads),
        "\n".join(line for line in above if not _PROSE_END.search(line)),
        tuple(reading.sentence(number).text for number in below),
        names,
    )


def _is_row(cells: tuple[Cell, ...]) -> bool:
    numbers = [bool(NUMBER.fullmatch(cell.words)) for cell in cells]
    return len(cells) > 1 and not numbers[0] and any(numbers)


def _column(words: str) -> Column:
    found = _UNIT_IN_HEADER.search(words)
    if found is None:
        return Column(words, "")
    return Column(words[: found.start()], (found[1] or found[2]).removeprefix("单位:"))


def _fits(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> bool:
    """Tell whether each cell is of the kind that its column holds: a unit, or a number."""
    for cell, column in zip(cells[1:], columns[1:], strict=True):
        number = NUMBER.fullmatch(cell.words) or _EMPTY.fullmatch(cell.words)
        if bool(number) == bool(_UNIT_COLUMN.fullmatch(column.words)):
            return False
    return True


def _cells(reading: Reading, sentence: Sentence) -> tuple[Cell, ...]:
    """Return the cells of a line, parted by tabs or wide gaps, else by single blanks."""
    start = sentence.start
    line = reading.article.text[start : start + sentence.length]
    gap = _WIDE_GAP if _WIDE_GAP.search(line.strip()) else _GAP
    ends = [*((stop.start(), stop.end()) for stop in gap.finditer(line)), (len(line),) * 2]
    found, place = [], 0
    for end, after in ends:
        if words := squeeze(line[place:end]):
            found.append(Cell(words, start + place))
        place = after
    return tuple(found)
