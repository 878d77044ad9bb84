"""Small pictures that are looked at rather than read: progress, history, rank, lights by place.

In:  numbers of the record. Out: a `Chart`, an SVG of a few rectangles and lines without letters.

PDF and HTML print the same picture; what is written beside it is the template's. A light is told
by the filling too (green full, yellow striped, red crossed, grey empty), so that a picture in
black and white, or for eyes that do not part red from green, says the same. Colours are those of
the element's `color`, which a page's style may change; a PDF takes the ones written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape

from briefing.render.plain import one_line

_WIDTH, _EDGE = 104, 2
_FULL = _WIDTH - 2 * _EDGE
_INK = "#1b1b1f"
_COLOURS = {"green": "#1b7f3b", "yellow": "#a86a00", "red": "#b3121d", "grey": "#5f5f5f"}
_BLUE = "#1f4e8c"


@dataclass(frozen=True)
class Chart:
    """A picture and the words that stand for it where it cannot be seen."""

    svg: str
    alt: str


def bullet(done: Decimal, elapsed: Decimal | None, light: str, alt: str) -> Chart:
    """Return a bar of what is done with a line at the time gone; both in per cent."""
    high = 14
    drawn = [
        f'<rect class="field" x="{_EDGE}" y="2" width="{_FULL}" height="10"'
        ' fill="none" stroke="#b9b9c2" stroke-width=".8"/>',
        _filled(light, _EDGE, 4, _share(done), 6),
    ]
    if elapsed is not None:
        x = _EDGE + _share(elapsed)
        drawn.append(_ink(f'<path d="M{_n(x)} 0V{high}" stroke-width="1.6"/>'))
    return _chart(high, drawn, alt)


def sparkline(points: Sequence[tuple[date, Decimal]], goal: Decimal | None, alt: str) -> Chart:
    """Return a line through values by day; with a goal from zero up to its dashed line.

    Without one the line fills the height, and zero is dashed where values lie on both sides.
    """
    high, top, low = 24, 3, 21
    days = [day.toordinal() for day, _ in points]
    values = [value for _, value in points]
    most = max(values if goal is None else [*values, goal])
    least = min(values) if goal is None else Decimal(0)
    scale = Decimal(low - top) / (most - least) if most > least else Decimal(0)

    def height(value: Decimal) -> Decimal:
        if goal is None and not scale:
            return Decimal(low + top) / 2
        return Decimal(low) - max(value - least, Decimal(0)) * scale

    width = max(days[-1] - days[0], 1)
    places = [
        (Decimal(_EDGE + 2) + Decimal((at - days[0]) * (_FULL - 4)) / width, height(value))
        for at, value in zip(days, values, strict=True)
    ]
    drawn = []
    if goal is not None:
        drawn.append(f'<path class="field" d="M{_EDGE} {low}H{_WIDTH - _EDGE}" stroke="#b9b9c2"/>')
    dashed = goal if goal is not None else Decimal(0) if least < 0 < most else None
    if dashed is not None:
        line = f'<path d="M{_EDGE} {_n(height(dashed))}H{_WIDTH - _EDGE}" stroke-dasharray="3 2"/>'
        drawn.append(_ink(line))
    line = "L".join(f"{_n(x)} {_n(y)}" for x, y in places)
    dots = "".join(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="1.6"/>' for x, y in places)
    drawn.append(_paint("blue", _BLUE, f'<path d="M{line}" fill="none" stroke-width="1.4"/>{dots}'))
    return _chart(high, drawn, alt)


def bars(values: Sequence[Decimal], alts: Sequence[str]) -> list[Chart]:
    """Return one bar for each value, all on one scale; what is below zero is left of the axis."""
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = high - low or Decimal(1)
    axis = Decimal(_EDGE) - low * _FULL / span
    made = []
    for value, alt in zip(values, alts, strict=True):
        long = abs(value) * _FULL / span
        kind = "red" if value < 0 else "blue"
        drawn = [_filled(kind, axis - long if value < 0 else axis, 2, long, 6)]
        drawn.append(_ink(f'<path d="M{_n(axis)} 0V10" stroke-width="1"/>'))
        made.append(_chart(10, drawn, alt))
    return made


def stack(counts: Mapping[str, int], most: int, alt: str) -> Chart:
    """Return the lights of one place side by side; a bar of `most` targets is the longest."""
    x, drawn = Decimal(_EDGE), []
    for light, count in counts.items():
        if count:
            long = Decimal(count * _FULL) / most
            drawn.append(_filled(light, x, 2, max(long - 1, Decimal(1)), 8))
            x += long
    return _chart(12, drawn, alt)


def _filled(light: str, x: Decimal | int, y: int, width: Decimal, height: int) -> str:
    """Return a rectangle with the filling of a light, stripes a clear step apart."""
    colour = _COLOURS.get(light, _BLUE)
    box = f'x="{_n(Decimal(x))}" y="{y}" width="{_n(width)}" height="{height}"'
    if light == "grey":
        return _paint(light, colour, f'<rect {box} fill="none" stroke-width="1"/>')
    rising, falling = [], []
    if light in ("yellow", "red"):
        at = Decimal(x) + 1
        while at + height <= Decimal(x) + width:
            rising.append(f"M{_n(at)} {y + height}l{height} -{height}")
            falling.append(f"M{_n(at)} {y}l{height} {height}")
            at += 4
    stripes = "".join(rising + (falling if light == "red" else []))
    gaps = f'<path class="gap" d="{stripes}" stroke="#fff" stroke-width="1"/>' if stripes else ""
    return _paint(light, colour, f'<rect {box} stroke="none"/>{gaps}')


def _paint(name: str, colour: str, drawn: str) -> str:
    same = 'fill="currentColor" stroke="currentColor"'
    return f'<g class="{name}" color="{colour}" {same}>{drawn}</g>'


def _ink(drawn: str) -> str:
    return f'<g class="ink" color="{_INK}" stroke="currentColor">{drawn}</g>'


def _share(percent: Decimal) -> Decimal:
    return min(max(percent, Decimal(0)), Decimal(100)) * _FULL / 100


def _n(number: Decimal) -> str:
    """Return a length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")


def _chart(height: int, drawn: Sequence[str], alt: str) -> Chart:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {_WIDTH} {height}"'
    return Chart(
        f'{head} role="img"><title>{escape(one_line(alt))}</title>{"".join(drawn)}</svg>', alt
    )
