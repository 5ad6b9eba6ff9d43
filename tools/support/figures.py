"""Figures over time: how fast they grow, and how that looks in a line of text."""

from __future__ import annotations

import statistics

BARS = "▁▂▃▄▅▆▇█"


def growth_percent_a_minute(seconds: list[float], values: list[float]) -> float:
    """How fast a figure grows over the second half of its samples, as a part of its mean there.

    The median of the slopes between all pairs of samples: a few that stick out, such as those around a restart, do not
    count.
    """
    half = len(values) // 2
    late_seconds, late = seconds[half:], values[half:]
    mean = statistics.fmean(late) if late else 0.0
    if mean == 0 or len(late) < 2:
        return 0.0
    slopes = [
        (late[j] - late[i]) / (late_seconds[j] - late_seconds[i])
        for i in range(len(late))
        for j in range(i + 1, len(late))
        if late_seconds[j] > late_seconds[i]
    ]
    return statistics.median(slopes) * 60 / mean * 100


def plot(values: list[float], columns: int) -> str:
    """A bar for each stretch of time: its highest value, of what was highest in all."""
    top = max(values, default=0.0)
    count = min(columns, len(values))
    bars = []
    for i in range(count):
        stretch = values[i * len(values) // count : (i + 1) * len(values) // count]
        share = max(stretch) / top if top else 0.0
        bars.append(BARS[min(len(BARS) - 1, int(share * len(BARS)))])
    return "".join(bars)
