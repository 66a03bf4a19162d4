"""Tasks with sound, film and time series."""

from __future__ import annotations

from typing import Any

from .results import TRUTH, Item, Task, beside, choice, rating, region, series, sounds, task, url, written

ENGLISH = {"Agent": "S1", "Customer": "S2"}


def _words(file: str) -> str:
    return " ".join(part["text"] for part in TRUTH[file]["segments"])


def _turns(file: str) -> list[dict[str, Any]]:
    return [
        {"author": part["label"], "text": part["text"], "start": part["start"], "end": part["end"]}
        for part in TRUTH[file]["segments"]
    ]


def _transcripts() -> list[Task]:
    first, *rest = [f"memo-{index}.mp3" for index in (1, 2, 3, 4)]
    return [
        task({"audio": url(first)}, written("transcription", "audio", _words(first))),
        *(
            task({"audio": url(file)}, guess=[written("transcription", "audio", _words(file).lower().replace(".", ""))])
            for file in rest
        ),
    ]


def _segments() -> list[Task]:
    made = []
    for index, file in enumerate(("memo-2.mp3", "memo-3.mp3", "call-2.mp3")):
        parts = [item | {"value": item["value"] | {"labels": ["Speech"]}} for item in sounds(file, "part")]
        items = _with_text(parts, file, "transcription")
        made.append(
            task({"audio": url(file)}, *items)
            if index == 0
            else task({"audio": url(file)}, guess=items if index == 1 else parts)
        )
    return made


def _with_text(parts: list[Item], file: str, control: str) -> list[Item]:
    items: list[Item] = []
    for part, known in zip(parts, TRUTH[file]["segments"], strict=True):
        items += [part, beside(part, control, "textarea", {"text": [known["text"]]})]
    return items


ACTS = {
    "call-1.mp3": ["Greeting", "Problem", "Question", "Solution", "Solution", "Greeting"],
    "call-2.mp3": ["Greeting", "Question", "Problem", "Question", "Solution"],
}


def _conversation() -> list[Task]:
    made = []
    for file, acts in ACTS.items():
        turns = _turns(file)
        items = [
            region(
                index,
                "act",
                "dialogue",
                "paragraphlabels",
                {
                    "start": str(index),
                    "end": str(index),
                    "startOffset": 0,
                    "endOffset": len(turn["text"]),
                    "text": turn["text"],
                    "paragraphlabels": [act],
                },
            )
            for index, (turn, act) in enumerate(zip(turns, acts, strict=True))
        ]
        data = {"audio": url(file), "dialogue": turns}
        made.append(task(data, *items) if file == "call-1.mp3" else task(data, guess=items, score=0.7))
    return made


def _intents() -> list[Task]:
    made = []
    for index, file in enumerate(("command-1.mp3", "command-2.mp3")):
        items: list[Item] = []
        for part in sounds(file, "speaker"):
            command = part | {"value": part["value"] | {"labels": ["Command"]}}
            items += [command, beside(command, "intent", "choices", {"choices": part["value"]["labels"]})]
        made.append(task({"audio": url(file)}, guess=items) if index else task({"audio": url(file)}, *items))
    return made


def _quality() -> list[Task]:
    return [
        task({"audio": url("line-clean.mp3")}, rating("quality", "audio", 9)),
        task(
            {"audio": url("line-noisy.mp3")},
            guess=[rating("quality", "audio", 4), choice("defect", "audio", "Background noise")],
        ),
        task(
            {"audio": url("line-clipped.mp3")},
            guess=[rating("quality", "audio", 3), choice("defect", "audio", "Clipping")],
        ),
    ]


def _events() -> list[Task]:
    one, two, three = (f"outside-{index}.mp3" for index in (1, 2, 3))
    return [
        task({"audio": url(one)}, *sounds(one, "sound")),
        task({"audio": url(two)}, guess=sounds(two, "sound"), score=0.8, model="ear-1"),
        task({"audio": url(three)}),
    ]


def _speakers() -> list[Task]:
    return [
        task({"audio": url("call-1.mp3")}, *sounds("call-1.mp3", "speaker", ENGLISH)),
        task({"audio": url("call-2.mp3")}, guess=sounds("call-2.mp3", "speaker", ENGLISH), score=0.77),
        task({"audio": url("memo-1.mp3")}),
    ]


def _speech() -> list[Task]:
    made = []
    for file, tones in (("call-1.mp3", "FAFCFF"), ("call-2.mp3", "FCCCF")):
        names = {"F": "Friendly", "A": "Annoyed", "C": "Calm"}
        parts = sounds(file, "speaker")
        items = _with_text(parts, file, "words")
        items += [
            beside(part, "tone", "choices", {"choices": [names[tone]]}) for part, tone in zip(parts, tones, strict=True)
        ]
        made.append(
            task({"audio": url(file)}, *items) if file == "call-1.mp3" else task({"audio": url(file)}, guess=items)
        )
    return [*made, task({"audio": url("memo-4.mp3")})]


def _followed() -> list[Task]:
    return [
        task({"audio": url("call-1.mp3"), "dialogue": _turns("call-1.mp3")}, choice("solved", "dialogue", "Yes")),
        task(
            {"audio": url("call-2.mp3"), "dialogue": _turns("call-2.mp3")},
            guess=[choice("solved", "dialogue", "Partly")],
        ),
    ]


def _corrected() -> list[Task]:
    before = [
        {"author": "Caller", "text": "Which way is it to the mill?"},
        {"author": "Guide", "text": "Where are you now?"},
    ]
    before.append({"author": "Caller", "text": "On the road, just before the bridge."})
    heard = "turn right after the ridge then follow the river for two smiles"
    return [
        task(
            {"audio": url("memo-4.mp3"), "dialogue": before, "machine": heard},
            written("transcript", "audio", _words("memo-4.mp3")),
        ),
        task(
            {
                "audio": url("memo-3.mp3"),
                "dialogue": before[:1],
                "machine": "what are the tomatoes every evening the basil only needs a little",
            }
        ),
    ]


def _hypotheses() -> list[Task]:
    options = [
        [
            "Water the tomatoes every evening. The basil only needs a little.",
            "What are the tomatoes every evening, the basil only needs a little.",
            "Water the two metres every evening; the battle only needs a little.",
        ]
    ]
    options.append(
        [
            "Turn right after the ridge, then follow the river for two smiles.",
            "Turn right after the bridge, then follow the river for two miles.",
            "Turn light after the bridge and follow the liver for two miles.",
        ]
    )
    first, second = (
        [{"value": f"Machine {letter}", "html": text} for letter, text in zip("ABC", texts, strict=True)]
        for texts in options
    )
    return [
        task({"audio": url("memo-3.mp3"), "transcripts": first}, choice("best", "audio", "Machine A")),
        task({"audio": url("memo-4.mp3"), "transcripts": second}, guess=[choice("best", "audio", "Machine B")]),
    ]


def _activity() -> list[Task]:
    one, two, three = (f"wrist-{index}.csv" for index in (1, 2, 3))
    return [
        task({"csv": url(one), "person": "A"}, *series(one, "activity")),
        task({"csv": url(two), "person": "B"}, guess=series(two, "activity"), score=0.84, model="steps-1"),
        task({"csv": url(three), "person": "C"}),
    ]


def _changes() -> list[Task]:
    found = series("river.csv", "change")
    return [
        task({"csv": url("river.csv"), "gauge": "Mill Lane"}, *found),
        task({"csv": url("river.csv"), "gauge": "Mill Lane, again"}, guess=found[:2]),
    ]


def _anomalies() -> list[Task]:
    made = []
    for index in (1, 2, 3):
        file = f"pump-{index}.csv"
        found = series(file, "event")
        sure = [beside(item, "certainty", "choices", {"choices": ["Certain"]}) for item in found]
        data = {"csv": url(file), "pump": f"P-{100 + index}"}
        made.append(
            task(data, *found, *sure)
            if index == 1
            else task(data, guess=found, score=0.72)
            if index == 2
            else task(data)
        )
    return made


def _heart() -> list[Task]:
    found = series("heart.csv", "stretch")
    causes = [beside(item, "cause", "choices", {"choices": ["Movement"]}) for item in found]
    return [
        task({"csv": url("heart.csv")}, *found, *causes, rating("quality", "series", 3)),
        task({"csv": url("heart.csv")}, guess=found),
    ]


def _forecast() -> list[Task]:
    found = series("solar.csv", "span")
    return [
        task({"csv": url("solar.csv")}, *found, choice("trust", "series", "With care")),
        task({"csv": url("solar.csv")}, guess=found),
    ]


def _oven() -> list[Task]:
    minutes = list(range(0, 60, 2))

    def degrees(top: int, start: int, end: int) -> list[int]:
        return [
            round(
                20 + (top - 20) * min(1, minute / start)
                if minute < end
                else top - (top - 60) * (minute - end) / (60 - end)
            )
            for minute in minutes
        ]

    parts = [(0, 18, "Rise"), (20, 42, "Plateau"), (44, 58, "Fall")]
    found = [
        region(
            index,
            "phase",
            "series",
            "timeserieslabels",
            {"start": start, "end": end, "instant": False, "timeserieslabels": [label]},
        )
        for index, (start, end, label) in enumerate(parts)
    ]
    return [
        task({"series": {"minute": minutes, "degrees": degrees(220, 18, 43)}}, *found),
        task({"series": {"minute": minutes, "degrees": degrees(180, 26, 37)}}),
    ]


def _active() -> list[Task]:
    answers = [choice("activity", "series", "Very"), choice("activity", "series", "Moderately")]
    return [
        task({"csv": url("wrist-1.csv")}, answers[0]),
        task({"csv": url("wrist-2.csv")}, guess=answers[1:]),
        task({"csv": url("wrist-3.csv")}),
    ]


def _films() -> list[Task]:
    return [
        task({"video": url("traffic.mp4")}, choice("content", "video", "Traffic")),
        task({"video": url("weather.mp4")}, guess=[choice("content", "video", "Nature")]),
    ]


def _shots() -> list[Task]:
    found = [
        region(
            index,
            "shot",
            "video",
            "timelinelabels",
            {"ranges": [{"start": shot["start"], "end": shot["end"]}], "timelinelabels": [shot["label"]]},
        )
        for index, shot in enumerate(TRUTH["weather.mp4"]["shots"])
    ]
    return [task({"video": url("weather.mp4")}, *found), task({"video": url("traffic.mp4")}, guess=[])]


def _tracks() -> list[Item]:
    known = TRUTH["traffic.mp4"]
    items = []
    for index, track in enumerate(known["tracks"]):
        last = len(track["frames"]) - 1
        sequence = [
            {**key, "enabled": place < last, "rotation": 0, "time": round(key["frame"] / known["fps"], 6)}
            for place, key in enumerate(track["frames"])
        ]
        value = {
            "framesCount": known["frames"],
            "duration": known["duration"],
            "sequence": sequence,
            "labels": [track["label"]],
        }
        items.append(region(index, "box", "video", "videorectangle", value))
    return items


def _tracking() -> list[Task]:
    return [
        task({"video": url("traffic.mp4")}, *_tracks()),
        task({"video": url("traffic.mp4"), "camera": "second look"}, guess=_tracks()[:2]),
    ]


def _sound_track() -> list[Task]:
    names = {"Sunny": "Birds", "Rain": "Rain", "Night": "Bell"}
    shots = TRUTH["weather.mp4"]["shots"]
    found = [
        region(
            index,
            "sound",
            "audio",
            "labels",
            {
                "start": (shot["start"] - 1) / 24,
                "end": shot["end"] / 24,
                "channel": 0,
                "labels": [names[shot["label"]]],
            },
            original_length=9.0,
        )
        for index, shot in enumerate(shots)
    ]
    return [
        task({"video": url("weather.mp4")}, *found),
        task({"video": url("weather.mp4"), "copy": 2}, guess=found[:1]),
    ]


def _paths() -> list[Task]:
    def line(y: float) -> list[dict[str, Any]]:
        return [{"id": "a", "x": 0, "y": y, "prevPointId": None}, {"id": "b", "x": 100, "y": y, "prevPointId": "a"}]

    known = TRUTH["traffic.mp4"]
    sequence = [
        {"frame": frame, "time": frame / 24, "enabled": frame == 1, "vertices": line(66.6), "closed": False}
        for frame in (1, known["frames"])
    ]
    value = {"framesCount": known["frames"], "duration": known["duration"], "sequence": sequence, "labels": ["Kerb"]}
    kerb = region(0, "path", "video", "videovector", value)
    return [task({"video": url("traffic.mp4")}, kerb), task({"video": url("weather.mp4")})]


TASKS = {
    "audio-speech-processing/transcription": _transcripts,
    "audio-speech-processing/segment-transcription": _segments,
    "audio-speech-processing/conversation": _conversation,
    "audio-speech-processing/intent": _intents,
    "audio-speech-processing/recording-quality": _quality,
    "audio-speech-processing/sound-events": _events,
    "audio-speech-processing/speakers": _speakers,
    "audio-speech-processing/speech-transcription": _speech,
    "audio-speech-processing/contextual-scrolling": _followed,
    "audio-speech-processing/transcription-in-context": _corrected,
    "ranking-scoring/asr-hypotheses": _hypotheses,
    "time-series-analysis/activity": _activity,
    "time-series-analysis/change-points": _changes,
    "time-series-analysis/anomalies": _anomalies,
    "time-series-analysis/series-signal-quality": _heart,
    "time-series-analysis/forecasting": _forecast,
    "time-series-analysis/series-labeling": _oven,
    "time-series-analysis/series-classification": _active,
    "videos/video-classification": _films,
    "videos/frame-classification": _shots,
    "videos/object-tracking": _tracking,
    "videos/timeline-segmentation": _sound_track,
    "videos/path-tracking": _paths,
}
