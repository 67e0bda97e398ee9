"""Charts as SVG: drawn here, with no script and no style attribute, for pages and papers alike.

Colours are named on the shapes themselves; what colours tell, hatching tells as well, and each bar carries
its figure: a chart reads the same in grey and in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import ceil, floor, log10

INK, MUTED, LINE = "#10202f", "#4a5b6c", "#d4dde5"
FONT = 'font-family="Onest, Noto Sans, Arial, sans-serif"'
STEPS = (1, 2, 2.5, 5, 10)
GRID = 4
WIDTH, HEIGHT = 560, 250
LEFT, RIGHT, TOP, BOTTOM = 40, 10, 16, 28
BAR, NAME_WIDTH, COUNT_WIDTH = 28, 240, 56
LONGEST_NAME = 32
LABELS_EVERY = 14


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of value over all columns. `fill`: solid, hatched or dotted, told apart without colour."""

    name: str
    values: Sequence[int]
    fill: str


FILLS = {
    "solid": ("#005a87", ""),
    "hatched": ("#9b1c15", '<path d="M0 6L6 0" stroke="#ffffff" stroke-width="1.6"/>'),
    "dotted": ("#c77d00", '<circle cx="3" cy="3" r="1.4" fill="#ffffff"/>'),
}


def bars(title: str, rows: Sequence[tuple[str, int]]) -> str:
    """A bar for each row, its name before it and its figure behind it."""
    height = BAR * max(len(rows), 1) + 8
    room = WIDTH - NAME_WIDTH - COUNT_WIDTH
    largest = max((count for _, count in rows), default=0) or 1
    body = "".join(
        _bar(place, name, count, room * count / largest) for place, (name, count) in enumerate(rows)
    )
    return _picture(title, WIDTH, height, body)


def _bar(place: int, name: str, count: int, length: float) -> str:
    y = 4 + BAR * place
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    return (
        f'<text x="{NAME_WIDTH - 8}" y="{y + 16}" text-anchor="end" fill="{INK}">{escape(short)}</text>'
        f'<rect x="{NAME_WIDTH}" y="{y + 3}" width="{max(length, 1):.1f}" height="{BAR - 8}" rx="2" '
        f'fill="{FILLS["solid"][0]}"/>'
        f'<text x="{NAME_WIDTH + max(length, 1) + 7:.1f}" y="{y + 16}" font-weight="600" '
        f'fill="{INK}">{count}</text>'
    )


def columns(title: str, names: Sequence[str], series: Sequence[Series], mark: str) -> str:
    """Stacked columns with their sums on top; `mark` makes the patterns of one page its own."""
    sums = [sum(values) for values in zip(*(one.values for one in series), strict=True)]
    top = _round(max(sums, default=0))
    depth = HEIGHT - TOP - BOTTOM
    step = (WIDTH - LEFT - RIGHT) / max(len(names), 1)
    drawn = [_patterns(mark), *_grid(top, depth)]
    for place, name in enumerate(names):
        x = LEFT + step * place
        values = [(one.fill, one.values[place]) for one in series]
        drawn += _column(x, step, depth / top, values, mark)
        y = TOP + depth - depth * sums[place] / top
        drawn.append(_label(x + step / 2, y - 4, str(sums[place]), bold=True))
        if not place % ceil(len(names) / LABELS_EVERY):
            drawn.append(_label(x + step / 2, HEIGHT - 9, name))
    return _picture(title, WIDTH, HEIGHT, "".join(drawn))


def _column(
    x: float, step: float, scale: float, values: Sequence[tuple[str, int]], mark: str
) -> Iterator[str]:
    tops = accumulate(value for _, value in values)
    for (fill, value), top in zip(values, tops, strict=True):
        if value:
            paint = FILLS[fill][0] if fill == "solid" else f"url(#{mark}-{fill})"
            y = HEIGHT - BOTTOM - top * scale
            yield (
                f'<rect x="{x + step * 0.2:.1f}" y="{y:.1f}" width="{step * 0.6:.1f}" '
                f'height="{max(value * scale - 1, 0.5):.1f}" fill="{paint}"/>'
            )


def line(title: str, names: Sequence[str], values: Sequence[float], norm: tuple[float, str]) -> str:
    """Points joined by a line, each with its figure, and the norm as a dashed line with its words."""
    bound, said = norm
    top = _round(max([*values, bound]))
    depth, room = HEIGHT - TOP - BOTTOM, WIDTH - LEFT - RIGHT - 40
    step = room / max(len(names) - 1, 1)
    points = [(LEFT + 20 + step * i, TOP + depth - depth * value / top) for i, value in enumerate(values)]
    at = TOP + depth - depth * bound / top
    drawn = [
        *_grid(top, depth),
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#9b1c15" '
        'stroke-width="1.4" stroke-dasharray="6 4"/>',
        f'<text x="{WIDTH - RIGHT}" y="{at - 6:.1f}" text-anchor="end" fill="#9b1c15">{escape(said)}</text>',
        f'<polyline fill="none" stroke="{FILLS["solid"][0]}" stroke-width="2.4" '
        f'points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>',
    ]
    for (x, y), name, value in zip(points, names, values, strict=True):
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{FILLS["solid"][0]}"/>')
        drawn.append(_label(x, y - 9, f"{value:g}".replace(".", ","), bold=True))
        drawn.append(_label(x, HEIGHT - 9, name))
    return _picture(title, WIDTH, HEIGHT, "".join(drawn))


def _grid(top: float, depth: float) -> Iterator[str]:
    for place in range(GRID + 1):
        y = TOP + depth - depth * place / GRID
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{LINE}"/>'
        value = f"{top * place / GRID:g}"
        yield f'<text x="{LEFT - 7}" y="{y + 4:.1f}" text-anchor="end" fill="{MUTED}">{value}</text>'


def _label(x: float, y: float, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    colour = INK if bold else MUTED
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="{colour}"{weight}>{escape(words)}</text>'
    )


def _patterns(mark: str) -> str:
    made = "".join(
        f'<pattern id="{mark}-{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{colour}"/>{drawn}</pattern>'
        for name, (colour, drawn) in FILLS.items()
        if drawn
    )
    return f"<defs>{made}</defs>"


def _round(largest: float) -> float:
    """The top of the scale: a round number that four lines divide well."""
    part = max(largest, 1) / GRID
    unit = 10.0 ** floor(log10(part))
    found: float = next(step * unit * GRID for step in STEPS if step * unit * GRID >= max(largest, 1))
    return max(found, GRID)


def _picture(title: str, width: float, height: float, body: str) -> str:
    said = escape(title, quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{said}" font-size="13" {FONT}>{body}</svg>'
    )
