"""Speech and sounds. Speech is spoken by eSpeak NG from texts of ours, one clip a sentence, so that every time is known."""

from __future__ import annotations

import io
import math
import subprocess
import wave
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .place import SAMPLES, add_truth

RATE = 22050
Sound = NDArray[np.float64]

NOTES = {
    "memo-1.mp3": (
        "en-gb",
        ["Please move the meeting with the museum to Thursday at ten.", "And ask Ruben to bring the new floor plan."],
    ),
    "memo-2.mp3": (
        "en-us",
        ["The delivery for Mill Lane is late.", "We expect the truck between two and three in the afternoon."],
    ),
    "memo-3.mp3": ("en-gb", ["Water the tomatoes every evening.", "The basil only needs a little."]),
    "memo-4.mp3": ("en-us", ["Turn right after the bridge, then follow the river for two miles."]),
}
VOICES = {"Agent": ("en-gb+f3", 165), "Customer": ("en-us+m3", 155)}
CALLS: dict[str, list[tuple[str, str]]] = {
    "call-1.mp3": [
        ("Agent", "Good morning, Velo Workshop, how can I help?"),
        ("Customer", "Hello, my bicycle came back yesterday and the rear brake still squeaks."),
        ("Agent", "I am sorry to hear that. Could you tell me the repair number?"),
        ("Customer", "Yes, it is four seven one two."),
        ("Agent", "Thank you. Bring it in today and we will change the pads for free."),
        ("Customer", "Great, I will come by at five."),
    ],
    "call-2.mp3": [
        ("Agent", "Tide Coffee Bar, hello."),
        ("Customer", "Hi, I would like to book a table for six on Saturday."),
        ("Agent", "Saturday evening is full, but we have a table at noon."),
        ("Customer", "Noon is fine. Do you have anything without gluten?"),
        ("Agent", "We do, the granola bowl and two cakes."),
    ],
}
COMMANDS = {
    "command-1.mp3": [("Set timer", "Set a timer for twelve minutes."), ("Play music", "Play some quiet piano music.")],
    "command-2.mp3": [("Weather", "Will it rain in Avonford tomorrow?"), ("Call", "Call my sister on her work phone.")],
}


def record_all() -> None:
    facts: dict[str, Any] = {}
    for name, (voice, sentences) in NOTES.items():
        facts[name] = _spoken(name, [("Speaker", voice, 160, sentence) for sentence in sentences])
    for name, turns in CALLS.items():
        facts[name] = _spoken(name, [(who, *VOICES[who], words) for who, words in turns])
    for name, commands in COMMANDS.items():
        facts[name] = _spoken(name, [(intent, "en-us+f2", 160, words) for intent, words in commands], pause=0.9)
    facts |= _street_sounds()
    facts |= _quality()
    _preview()
    add_truth(facts)


def _spoken(file: str, turns: list[tuple[str, str, int, str]], pause: float = 0.45) -> dict[str, Any]:
    parts: list[Sound] = [np.zeros(int(0.3 * RATE))]
    segments = []
    for who, voice, speed, words in turns:
        clip = _speak(voice, speed, words)
        start = sum(map(len, parts)) / RATE
        segments.append(
            {"label": who, "text": words, "start": round(start, 3), "end": round(start + len(clip) / RATE, 3)}
        )
        parts += [clip, np.zeros(int(pause * RATE))]
    return {"duration": _save(file, np.concatenate(parts)), "segments": segments}


def _speak(voice: str, speed: int, words: str) -> Sound:
    wav = subprocess.run(
        ["espeak-ng", "-v", voice, "-s", str(speed), "--stdout", words], check=True, capture_output=True
    ).stdout
    with wave.open(io.BytesIO(wav)) as reader:
        samples = np.frombuffer(reader.readframes(10**9), dtype=np.int16).astype(float) / 32768
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[max(0, loud[0] - 400) : loud[-1] + 800] * 0.8


def _save(file: str, sound: Sound, bitrate: str = "40k") -> float:
    """Constant bit rate, no tags: every browser agrees on the length and the file is the same on every run."""
    data = (np.clip(sound, -1, 1) * 32000).astype(np.int16)
    raw = io.BytesIO()
    with wave.open(raw, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(data.tobytes())
    command = [
        "ffmpeg",
        "-loglevel",
        "error",
        "-y",
        "-i",
        "-",
        "-b:a",
        bitrate,
        "-map_metadata",
        "-1",
        "-fflags",
        "+bitexact",
        "-flags:a",
        "+bitexact",
    ]
    subprocess.run([*command, str(SAMPLES / file)], check=True, input=raw.getvalue())
    return round(len(sound) / RATE, 3)


def _preview() -> None:
    """What the editor plays while a project has no data of its own."""
    command = [
        "ffmpeg",
        "-loglevel",
        "error",
        "-y",
        "-i",
        str(SAMPLES / "memo-3.mp3"),
        "-t",
        "3",
        "-ar",
        "11025",
        "-c:a",
        "pcm_u8",
    ]
    subprocess.run([*command, "-map_metadata", "-1", "-fflags", "+bitexact", str(SAMPLES / "sample.wav")], check=True)


def _time(seconds: float) -> Sound:
    return np.arange(int(seconds * RATE)) / RATE


def siren(seconds: float) -> Sound:
    t = _time(seconds)
    tone = np.where((t * 1.4).astype(int) % 2, 660, 880)
    sound: Sound = 0.35 * np.sign(np.sin(math.tau * np.cumsum(tone) / RATE)) * 0.4 + 0.25 * np.sin(
        math.tau * np.cumsum(tone) / RATE
    )
    return sound


def bird(seconds: float) -> Sound:
    t = _time(seconds)
    chirp = (t * 5) % 1
    pitch = 2600 + 1500 * np.sin(math.pi * chirp) + 300 * np.sin(t * 40)
    sound: Sound = 0.35 * np.sin(math.tau * np.cumsum(pitch) / RATE) * np.exp(-6 * chirp) * (chirp < 0.7)
    return sound


def bell(seconds: float) -> Sound:
    t = _time(seconds)
    beat = (t * 1.2) % 1 / 1.2
    sound: Sound = (
        0.3
        * sum(
            np.sin(math.tau * 520 * ratio * t) * np.exp(-beat * decay) for ratio, decay in ((1, 2), (2.76, 4), (5.4, 7))
        )
        / 1.6
    )
    return sound


def dog(seconds: float) -> Sound:
    t = _time(seconds)
    bark = (t * 2.2) % 1
    rough = np.random.default_rng(3).normal(0, 0.25, len(t))
    voice = np.sign(np.sin(math.tau * np.cumsum(420 - 230 * bark) / RATE)) * 0.5 + rough
    sound: Sound = 0.55 * voice * np.exp(-14 * bark) * np.minimum(1, bark * 60)
    return sound


def rain(seconds: float) -> Sound:
    return np.random.default_rng(7).normal(0, 0.06, int(seconds * RATE))


SOUNDS = {"Siren": siren, "Bird": bird, "Bell": bell, "Dog": dog, "Rain": rain}
STREET = {
    "outside-1.mp3": (14.0, [("Bird", 0.8, 3.4), ("Siren", 4.5, 8.6), ("Bell", 9.8, 13.2)]),
    "outside-2.mp3": (12.0, [("Dog", 1.0, 3.6), ("Rain", 3.0, 11.0), ("Bird", 8.2, 10.8)]),
    "outside-3.mp3": (10.0, [("Bell", 0.5, 4.2), ("Dog", 5.6, 8.3)]),
}


def _street_sounds() -> dict[str, Any]:
    facts = {}
    for file, (length, events) in STREET.items():
        scene = np.random.default_rng(len(file)).normal(0, 0.006, int(length * RATE))
        for label, start, end in events:
            sound = SOUNDS[label](end - start)
            fade = np.minimum(1, np.minimum(np.arange(len(sound)), np.arange(len(sound))[::-1]) / (0.04 * RATE))
            place = int(start * RATE)
            scene[place : place + len(sound)] += sound * fade
        segments = [{"label": label, "start": start, "end": end} for label, start, end in events]
        facts[file] = {"duration": _save(file, scene, "48k"), "segments": segments}
    return facts


def _quality() -> dict[str, Any]:
    """The same sentence: clean, in noise, and too loud."""
    words = "This line is being tested, one, two, three."
    clean = np.concatenate([np.zeros(6000), _speak("en-gb", 155, words), np.zeros(6000)])
    noisy = clean * 0.5 + np.random.default_rng(5).normal(0, 0.12, len(clean))
    versions = {"line-clean.mp3": clean, "line-noisy.mp3": noisy, "line-clipped.mp3": np.clip(clean * 9, -0.7, 0.7)}
    return {file: {"duration": _save(file, sound), "segments": [], "text": words} for file, sound in versions.items()}
