"""Short films drawn frame by frame: a road with cars to follow, and a kitchen timer with sound to cut into parts."""

from __future__ import annotations

import shutil
import subprocess
import wave
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image

from .audio import RATE, Sound, bell, bird, rain
from .pictures import landscape, street
from .pictures.canvas import Canvas, lighter
from .pictures.street import LIGHTS, WIDTH, car
from .place import SAMPLES, add_truth

FPS = 24
SIZE = (640, 400)


def film_all() -> None:
    add_truth({"traffic.mp4": _traffic(), "weather.mp4": _weather()})
    shutil.copyfile(SAMPLES / "traffic.mp4", SAMPLES / "sample.mp4")


def _encode(frames: Iterator[Image.Image], file: str, sound: Sound | None = None) -> None:
    """Constant frame rate H.264 that every browser plays; one thread, so that the bytes do not depend on the machine."""
    with TemporaryDirectory() as folder:
        command = [
            "ffmpeg",
            "-loglevel",
            "error",
            "-y",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{SIZE[0]}x{SIZE[1]}",
            "-r",
            str(FPS),
            "-i",
            "-",
        ]
        if sound is not None:
            track = Path(folder) / "sound.wav"
            with wave.open(str(track), "wb") as writer:
                writer.setnchannels(1)
                writer.setsampwidth(2)
                writer.setframerate(RATE)
                writer.writeframes((np.clip(sound, -1, 1) * 32000).astype(np.int16).tobytes())
            command += ["-i", str(track), "-c:a", "aac", "-b:a", "48k"]
        command += ["-c:v", "libx264", "-preset", "slow", "-crf", "27", "-pix_fmt", "yuv420p", "-threads", "1"]
        command += ["-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", str(SAMPLES / file)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None
            for frame in frames:
                encoder.stdin.write(frame.tobytes())
        if encoder.returncode:
            raise RuntimeError(f"ffmpeg could not write {file}")


def _cut_out(paint: str, van: bool, flip: bool, scale: float) -> Image.Image:
    """A car by itself, with its shadow, to be pasted into every frame."""
    layers = []
    for ground in ("#000000", "#ffffff"):
        canvas = Canvas(WIDTH // 2, 200, 3, ground)
        car(canvas, WIDTH / 4, 160, scale, flip, LIGHTS["noon"], van=van, paint=paint)
        layers.append(np.asarray(canvas.image.resize((WIDTH // 4, 100), Image.Resampling.LANCZOS), dtype=float))
    black, white = layers
    alpha = np.clip(255 - (white - black).mean(axis=2), 0, 255)
    colour = np.where(alpha[:, :, None] > 4, black * 255 / np.maximum(alpha[:, :, None], 1), 0)
    return Image.fromarray(np.dstack([np.clip(colour, 0, 255), alpha]).astype(np.uint8), "RGBA")


# Colour, van, lane (y of the wheels), speed in px a second, place at the start.
CARS = [
    ("#c8372d", False, 302, -74.0, 600.0),
    ("#2f6fb3", True, 302, -58.0, 900.0),
    ("#e0a526", False, 366, 96.0, -80.0),
    ("#e8e6e1", False, 366, 84.0, -420.0),
]


def _traffic() -> dict[str, Any]:
    seconds = 8
    count = seconds * FPS
    background = _empty_street()
    tracks: list[dict[str, Any]] = []
    cuts = []
    for paint, van, lane, speed, start in CARS:
        scale = 0.92 if speed < 0 else 1.2
        cut = _cut_out(paint, van, speed < 0, scale)
        solid = cut.getchannel("A").point(lambda value: 255 if value > 200 else 0).getbbox()
        assert solid is not None
        cuts.append((cut, lane, speed, start, solid))
        tracks.append({"label": "Van" if van else "Car", "frames": _track(count, lane, speed, start, solid)})

    def frames() -> Iterator[Image.Image]:
        for frame in range(1, count + 1):
            picture = background.copy()
            for cut, lane, speed, start, _ in cuts:
                x = start + speed * (frame - 1) / FPS
                picture.paste(cut, (round(x) - 160, lane - 80), cut)
            yield picture

    _encode(frames(), "traffic.mp4")
    return {
        "fps": FPS,
        "frames": count,
        "duration": float(seconds),
        "tracks": [track for track in tracks if track["frames"]],
    }


def _empty_street() -> Image.Image:
    canvas = Canvas(street.WIDTH, street.HEIGHT, 23)
    light = LIGHTS["noon"]
    street._backdrop(canvas, light, "noon")
    street._pavement(canvas, light)
    for x in range(90, WIDTH, 300):
        street._tree(canvas, x, street.KERB - 38, 1.0, light)
    return canvas.finish(grain=0, vignette=0.1).resize(SIZE, Image.Resampling.LANCZOS)


def _track(
    count: int, lane: float, speed: float, start: float, solid: tuple[int, int, int, int]
) -> list[dict[str, float]]:
    """Key frames every half second while the car is in the picture, cut at the picture's edges."""
    keys = []
    for frame in range(1, count + 1, FPS // 2):
        left = round(start + speed * (frame - 1) / FPS) - 160 + solid[0]
        right = left + solid[2] - solid[0]
        left, right = max(left, 0), min(right, SIZE[0])
        if right - left < 8:
            continue
        top, low = lane - 80 + solid[1], lane - 80 + solid[3]
        keys.append(
            {
                "frame": frame,
                "x": round(left / SIZE[0] * 100, 3),
                "y": round(top / SIZE[1] * 100, 3),
                "width": round((right - left) / SIZE[0] * 100, 3),
                "height": round((low - top) / SIZE[1] * 100, 3),
            }
        )
    return keys


WEATHER = [("Sunny", 1, 72, bird), ("Rain", 73, 144, rain), ("Night", 145, 216, bell)]


def _weather() -> dict[str, Any]:
    """Three shots of the same hills; each has its own sound."""
    pictures = {
        name: landscape.draw(64, name, "Forest").finish(grain=0).resize((704, 440), Image.Resampling.LANCZOS)
        for name, *_ in WEATHER
    }

    def frames() -> Iterator[Image.Image]:
        for name, first, last, _ in WEATHER:
            for frame in range(first, last + 1):
                shift = round(64 * (frame - first) / (last - first))
                shot = pictures[name].crop((shift, 20, shift + SIZE[0], 20 + SIZE[1]))
                if frame - first < 6:
                    shot = Image.blend(Image.new("RGB", SIZE, lighter("#000000", 0.02)), shot, (frame - first + 1) / 7)
                yield shot

    sound = np.concatenate([maker((last - first + 1) / FPS) for _, first, last, maker in WEATHER])
    _encode(frames(), "weather.mp4", sound)
    shots = [{"label": name, "start": first, "end": last} for name, first, last, _ in WEATHER]
    return {"fps": FPS, "frames": 216, "duration": 9.0, "shots": shots}
