"""Time series with known happenings, as CSV: a wrist sensor, a pump, a river, a heart, a roof's solar power."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .place import SAMPLES, add_truth

Columns = dict[str, list[Any]]


def write_all() -> None:
    facts: dict[str, Any] = {}
    for index in range(1, 4):
        facts[f"wrist-{index}.csv"] = _save(f"wrist-{index}.csv", *_wrist(index))
        facts[f"pump-{index}.csv"] = _save(f"pump-{index}.csv", *_pump(index))
    facts["river.csv"] = _save("river.csv", *_river())
    facts["heart.csv"] = _save("heart.csv", *_heart())
    facts["solar.csv"] = _save("solar.csv", *_solar())
    add_truth(facts)


def _save(file: str, columns: Columns, segments: list[dict[str, Any]]) -> dict[str, Any]:
    with (SAMPLES / file).open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return {"rows": len(next(iter(columns.values()))), "segments": segments}


def _rounded(values: NDArray[np.float64], digits: int = 3) -> list[float]:
    return [round(float(value), digits) for value in values]


def _wrist(seed: int) -> tuple[Columns, list[dict[str, Any]]]:
    """Acceleration at 20 Hz while someone stands, walks, runs and climbs stairs."""
    generator = np.random.default_rng(seed)
    kinds = {"Standing": (0.05, 0.0), "Walking": (0.45, 1.9), "Running": (1.5, 2.9), "Stairs": (0.8, 1.4)}
    order = [*generator.permutation(list(kinds)), str(generator.choice(["Walking", "Standing"]))]
    parts, segments, place = [], [], 0.0
    for name in order:
        seconds = int(generator.integers(9, 15))
        t = np.arange(seconds * 20) / 20
        strength, pace = kinds[name]
        step = np.sin(2 * np.pi * pace * t + generator.uniform(0, 6))
        axes = [
            share * strength * (step + 0.4 * np.sin(4 * np.pi * pace * t + phase))
            for share, phase in ((1, 0), (0.6, 1), (1.3, 2))
        ]
        parts.append(
            np.array(axes) + generator.normal(0, 0.06 + strength * 0.12, (3, len(t))) + np.array([[0.1], [0.0], [1.0]])
        )
        segments.append({"label": str(name), "start": round(place, 2), "end": round(place + seconds - 0.05, 2)})
        place += seconds
    data = np.concatenate(parts, axis=1)
    time = np.arange(data.shape[1]) / 20
    return {"time": _rounded(time, 2), "x": _rounded(data[0]), "y": _rounded(data[1]), "z": _rounded(data[2])}, segments


def _clock(start: str, count: int, step: timedelta) -> list[str]:
    first = datetime.fromisoformat(start)
    return [(first + step * index).strftime("%Y-%m-%d %H:%M") for index in range(count)]


def _pump(seed: int) -> tuple[Columns, list[dict[str, Any]]]:
    """Ten-minute readings of a week; each series has a spike, a drift and a dead sensor somewhere."""
    generator = np.random.default_rng(100 + seed)
    count = 1008
    clock = _clock(f"2025-0{seed + 2}-03 00:00", count, timedelta(minutes=10))
    day = np.arange(count) / 144 * 2 * np.pi
    temperature = 61 + 4 * np.sin(day - 1.5) + generator.normal(0, 0.5, count)
    vibration = 2.1 + 0.3 * np.sin(day) + generator.normal(0, 0.12, count)
    pressure = 6.4 + 0.2 * np.sin(day * 2) + generator.normal(0, 0.05, count)
    spike, drift, dead = 120 + 70 * seed, 420 + 30 * seed, 780 + 20 * seed
    vibration[spike : spike + 7] += np.array([1.5, 3.8, 4.6, 4.9, 3.9, 2.2, 0.9])
    temperature[drift : drift + 90] += np.concatenate([np.linspace(0, 11, 60), np.linspace(11, 0, 30)])
    pressure[dead : dead + 40] = 0.0
    segments: list[dict[str, Any]] = [
        {"label": "Spike", "start": clock[spike], "end": clock[spike + 6]},
        {"label": "Drift", "start": clock[drift], "end": clock[drift + 89]},
        {"label": "Sensor failure", "start": clock[dead], "end": clock[dead + 39]},
    ]
    columns: Columns = {
        "time": clock,
        "temperature": _rounded(temperature, 2),
        "vibration": _rounded(vibration),
        "pressure": _rounded(pressure),
    }
    return columns, segments


def _river() -> tuple[Columns, list[dict[str, Any]]]:
    """Hourly water level with three lasting jumps."""
    generator = np.random.default_rng(9)
    count, jumps = 1200, [260, 610, 930]
    level = np.full(count, 1.4)
    for place, change in zip(jumps, (0.8, -0.5, 1.1), strict=True):
        level[place:] += change
    level += 0.06 * np.sin(np.arange(count) / 24 * 2 * np.pi) + generator.normal(0, 0.05, count)
    clock = _clock("2025-01-06 00:00", count, timedelta(hours=1))
    return {"time": clock, "level": _rounded(level)}, [
        {"label": "Change", "start": clock[j], "end": clock[j]} for j in jumps
    ]


def _heart() -> tuple[Columns, list[dict[str, Any]]]:
    """A drawn heart trace at 100 Hz; in the middle the electrode moves."""
    generator = np.random.default_rng(12)
    t = np.arange(2000) / 100
    beat = (t * 1.15) % 1
    trace = sum(
        a * np.exp(-(((beat - m) / w) ** 2))
        for a, m, w in (
            (0.15, 0.2, 0.03),
            (-0.12, 0.36, 0.012),
            (1.1, 0.4, 0.014),
            (-0.25, 0.44, 0.014),
            (0.3, 0.66, 0.05),
        )
    )
    trace = trace + generator.normal(0, 0.015, len(t))
    trace[800:1150] += generator.normal(0, 0.35, 350) + 0.6 * np.sin(np.arange(350) / 22)
    return {"time": _rounded(t, 2), "lead": _rounded(trace)}, [{"label": "Noise", "start": 8.0, "end": 11.49}]


def _solar() -> tuple[Columns, list[dict[str, Any]]]:
    """Half-hourly output of a roof, twelve days; the last two are a forecast."""
    generator = np.random.default_rng(21)
    count = 576
    hour = (np.arange(count) / 2) % 24
    clear = np.clip(np.sin((hour - 6) / 13 * np.pi), 0, None) * ((hour > 6) & (hour < 19))
    clouds = np.repeat(generator.uniform(0.35, 1.0, 12), 48)
    power = np.clip(clear * clouds * 5.2 + generator.normal(0, 0.12, count) * (clear > 0), 0, None)
    clock = _clock("2025-06-01 00:00", count, timedelta(minutes=30))
    forecast = np.clip(clear * 0.72 * 5.2, 0, None)
    return {"time": clock, "power": _rounded(power, 2), "forecast": _rounded(forecast, 2)}, [
        {"label": "Forecast", "start": clock[480], "end": clock[575]}
    ]
