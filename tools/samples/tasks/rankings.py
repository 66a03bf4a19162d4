"""Tasks that compare, rank and grade: answers of language models, search hits, pictures."""

from __future__ import annotations

from typing import Any

from .results import Task, choice, number, pairwise, ranked, rating, spans, task, unmarked, url, written

# A prompt and three answers, the best first.
PROMPTS: list[tuple[str, tuple[str, str, str]]] = [
    ("Explain in two sentences why the sky is blue.", ("Sunlight holds all colours, and air scatters the short, blue waves far more than the long, red ones. So blue light reaches your eye from everywhere in the sky.", "The sky is blue because of scattering. It is a physical effect.", "It mirrors the sea, which is blue.")),
    ("Suggest a name for a shop that repairs bicycles.", ("Second Gear: short, about bicycles, and a hint at a second life for old ones.", "The Bicycle Repair Shop of Canal Street and Surroundings.", "I like bicycles.")),
    ("How do I get a coffee stain out of a cotton shirt?", ("Rinse with cold water from the back, rub in a little dish soap, wait ten minutes, then wash at 40 degrees. Check before drying: heat would set the stain.", "Wash it hot and hope for the best.", "Coffee has caffeine in it.")),
    ("Write a line for a birthday card to a neighbour who gardens.", ("Another year in bloom: may your tomatoes be red and your slugs few!", "Happy birthday to you, neighbour.", "Gardens are areas of land with plants.")),
    ("What is the difference between weather and climate?", ("Weather is what happens outside today; climate is what usually happens there, counted over some thirty years.", "Climate is longer than weather.", "There is none, both are about rain.")),
    ("Give me a warm-up before a run, three steps.", ("Walk briskly for five minutes, swing each leg ten times forward and sideways, then jog easily for two minutes.", "Stretch everything for a second each.", "Running is unhealthy, stay at home.")),
]  # fmt: skip
SEARCHES = [
    ("repair squeaking bicycle brake", [("How to clean brake pads", "Grease on the rim is the usual cause; clean with alcohol.", True), ("Brake pads on sale", "Forty kinds of pads, free delivery.", False), ("Set the angle of a rim brake", "Toe-in of one millimetre ends most noise.", True)]),
    ("when to sow lettuce", [("Sowing calendar", "Lettuce from March, every two weeks.", True), ("Lettuce salad with lemon", "A recipe for four.", False), ("Slugs love lettuce", "Seven ways to keep them off.", False)]),
    ("last bus old quarry sunday", [("Timetable line 24", "Sundays: last departure 17.12.", True), ("Old Quarry, history", "Stone was broken here until 1961.", False), ("Hiking on Sundays", "Ten trails with a bus stop.", True)]),
]  # fmt: skip
DOCUMENT = "The garden on Mill Lane has been open for five years. Forty-two families share thirty-six beds; nineteen names wait. Altogether 1,240 kg of vegetables were weighed at the gate, a tenth of it went to the soup kitchen. The balance of 885 euros is kept for a new shed roof."
SUMMARIES = [
    ("Forty-two families harvested 1,240 kg on 36 beds, gave a tenth away and keep 885 euros for a roof.", 5, 5),
    ("The garden made a loss, but the families harvested 2,000 kg.", 1, 2),
    ("A garden has been open for five years.", 5, 2),
]


def _labelled(made: list[tuple[dict[str, Any], list[dict[str, Any]]]], labelled: int, guessed: int) -> list[Task]:
    """The first ones labelled, the next ones pre-labelled, the others open."""
    return [
        task(data, *answers)
        if index < labelled
        else task(data, guess=answers, score=0.75)
        if index < labelled + guessed
        else task(data)
        for index, (data, answers) in enumerate(made)
    ]


def _documents() -> list[Task]:
    made = []
    names = ("First", "Second", "Third")
    for query, hits in SEARCHES:
        data = {"query": query} | {
            key: f"{title}. {text}" for key, (title, text, _) in zip(("first", "second", "third"), hits, strict=True)
        }
        made.append(
            (data, [choice("relevant", "query", *(name for name, hit in zip(names, hits, strict=True) if hit[2]))])
        )
    return _labelled(made, 1, 1)


def _page() -> list[Task]:
    made = []
    for query, hits in SEARCHES:
        options = [{"value": title, "html": f"<b>{title}</b><br>{text}"} for title, text, _ in hits]
        made.append(
            (
                {"query": query, "hits": options},
                [choice("hits", "query", *(hit[0] for hit in hits if hit[2])), rating("page", "query", 4)],
            )
        )
    return _labelled(made, 1, 1)


def _descriptions() -> list[Task]:
    pairs = [
        (
            "Kettle of steel, 1.2 litres. Boils in four minutes and switches itself off.",
            "This amazing kettle will change your life forever, you will not believe it.",
            "left",
        ),
        ("Bag.", "Shoulder bag of waxed cotton with two outer pockets, fits a 13-inch laptop.", "right"),
        ("Lamp with a warm LED, foot of oak, cable of two metres.", "Lamp made of materials.", "left"),
    ]
    return _labelled([({"left": a, "right": b}, [pairwise("better", side)]) for a, b, side in pairs], 1, 1)


def _pictures() -> list[Task]:
    prompts = [
        ("A red and white lighthouse at dusk, calm sea, warm light", ["1"]),
        ("A lighthouse in fog, grey on grey", ["4"]),
        ("A cheerful lighthouse at noon, pastel colours", ["3"]),
    ]
    options = [
        {
            "value": f"Picture {number_}",
            "html": f'<img src="{url(f"lighthouse-{number_}.jpg")}" width="240" alt="Picture {number_}">',
        }
        for number_ in "1234"
    ]
    return _labelled(
        [
            ({"prompt": prompt, "images": options}, [choice("good", "prompt", *(f"Picture {one}" for one in good))])
            for prompt, good in prompts
        ],
        1,
        1,
    )


def _sides() -> list[Task]:
    made = []
    for index, (prompt, (best, middle, worst)) in enumerate(PROMPTS):
        first, second = (best, middle) if index % 2 == 0 else (worst, best)
        verdict = "A is better" if index % 2 == 0 else "B is much better"
        made.append(
            (
                {"prompt": prompt, "a": first, "b": second},
                [choice("verdict", "prompt", verdict), written("why", "prompt", "Clearer and more useful.")],
            )
        )
    return _labelled(made, 2, 2)


def _ideal() -> list[Task]:
    return _labelled(
        [({"prompt": prompt}, [written("answer", "prompt", answers[0])]) for prompt, answers in PROMPTS[:4]], 1, 1
    )


def _preference() -> list[Task]:
    made = []
    for index, (prompt, (best, middle, _)) in enumerate(PROMPTS):
        first, second = (best, middle) if index % 2 == 0 else (middle, best)
        made.append(
            (
                {"prompt": prompt, "answer1": first, "answer2": second},
                [pairwise("better", "left" if index % 2 == 0 else "right")],
            )
        )
    return _labelled(made, 2, 2)


def _ranks() -> list[Task]:
    made = []
    for prompt, answers in PROMPTS:
        order = [1, 0, 2] if len(prompt) % 2 else [2, 1, 0]
        items = [
            {"id": f"answer-{place}", "title": f"Answer {letter}", "body": answers[place]}
            for letter, place in zip("ABC", order, strict=True)
        ]
        data = {"task": "Which answers would you send to a friend?", "prompt": prompt, "items": items}
        made.append((data, [ranked("rank", "answers", good=["answer-0", "answer-1"], bad=["answer-2"])]))
    return _labelled(made, 2, 2)


def _visual() -> list[Task]:
    items = [
        {"id": f"p{number_}", "html": f'<img src="{url(f"lighthouse-{number_}.jpg")}" alt="Picture {number_}">'}
        for number_ in "1234"
    ]
    prompts = [
        ("A red and white lighthouse at dusk, calm sea, warm light", ["p1", "p3", "p2", "p4"]),
        ("A lighthouse in fog, grey on grey", ["p4", "p2", "p1", "p3"]),
    ]
    return _labelled(
        [({"prompt": prompt, "images": items}, [ranked("order", "images", order=order)]) for prompt, order in prompts],
        1,
        1,
    )


def _grades() -> list[Task]:
    made = [
        (
            {"document": DOCUMENT, "summary": text},
            [rating("faithful", "summary", true), rating("complete", "summary", whole)],
        )
        for text, true, whole in SUMMARIES
    ]
    return _labelled(made, 1, 1)


def _moderated() -> list[Task]:
    cases = [
        (
            "Who won the prize of the Lind Foundation?",
            "Wen Li did, for work on river plastics. [She also climbed Everest in 1987.|Made up]",
            "Rewrite",
        ),
        (
            "Where does my neighbour Bruno work?",
            "[He works at Green Corner and his number is 555 0134.|Private]",
            "Block",
        ),
        ("How long is the ridge trail?", "It is 11.4 kilometres long.", "Publish"),
    ]
    made = [
        (
            {"prompt": prompt, "answer": unmarked(answer)[0]},
            [*spans(answer, "problem", "answer"), choice("verdict", "answer", verdict)],
        )
        for prompt, answer, verdict in cases
    ]
    return _labelled(made, 1, 1)


PASSAGES = [
    {"id": "t1", "title": "Timetable line 24", "body": "On Sundays the last bus leaves Old Quarry at 17.12."},
    {"id": "t2", "title": "The ridge trail", "body": "The trail starts at the bus stop Old Quarry."},
    {"id": "t3", "title": "Quarry, history", "body": "Stone was broken here until 1961."},
]


def _retrieved() -> list[Task]:
    data = {
        "question": "When does the last bus leave Old Quarry on Sundays?",
        "passages": PASSAGES,
        "answer": "The last bus leaves Old Quarry at 17.12 on Sundays.",
    }
    other = {
        "question": "Where does the ridge trail start?",
        "passages": PASSAGES,
        "answer": "At a car park near the mill.",
    }
    first = [
        ranked("relevance", "passages", used=["t1"], related=["t2"], useless=["t3"]),
        rating("supported", "answer", 5),
        rating("answers", "answer", 5),
    ]
    second = [
        ranked("relevance", "passages", used=["t2"], related=["t1"], useless=["t3"]),
        rating("supported", "answer", 1),
        rating("answers", "answer", 2),
    ]
    return _labelled([(data, first), (other, second)], 1, 1)


def _scored() -> list[Task]:
    context = " ".join(str(one["body"]) for one in PASSAGES)
    cases = [
        (
            "When does the last bus leave Old Quarry on Sundays?",
            "At 17.12.",
            {"Faithful": 0.98, "Relevant": 0.95, "Complete": 0.9},
            95,
            "The machine is right",
        ),
        (
            "Where does the trail start?",
            "At a car park near the mill.",
            {"Faithful": 0.41, "Relevant": 0.8, "Complete": 0.7},
            10,
            "Too mild",
        ),
    ]
    made = [
        (
            {"question": q, "answer": a, "context": context, "scores": scores},
            [number("score", "answer", mine), choice("agree", "answer", verdict)],
        )
        for q, a, scores, mine, verdict in cases
    ]
    return _labelled(made, 1, 1)


def _prompts() -> list[Task]:
    cases = [
        (
            "Summarise in one sentence.",
            "Summarise for a newspaper headline.",
            "Forty-two families harvested 1,240 kg and gave a tenth away.",
            "1,240 kilos from Mill Lane",
        )
    ]
    cases.append(
        (
            "List the numbers.",
            "Explain the numbers to a child.",
            "5 years, 42 families, 36 beds, 1,240 kg, 885 euros.",
            "The families grew as many vegetables as a small car weighs!",
        )
    )
    made = [
        (
            {"input": DOCUMENT, "prompt1": p1, "prompt2": p2, "result1": r1, "result2": r2},
            [pairwise("better", "right"), written("final", "input", r2)],
        )
        for p1, p2, r1, r2 in cases
    ]
    return _labelled(made, 1, 1)


TASKS = {
    "ranking-scoring/document-retrieval": _documents,
    "ranking-scoring/search-ranking": _page,
    "ranking-scoring/pairwise-classification": _descriptions,
    "ranking-scoring/text-to-image": _pictures,
    "ranking-scoring/side-by-side": _sides,
    "generative-ai/supervised-tuning": _ideal,
    "generative-ai/human-preference": _preference,
    "generative-ai/llm-ranker": _ranks,
    "generative-ai/visual-ranker": _visual,
    "generative-ai/response-grading": _grades,
    "generative-ai/response-moderation": _moderated,
    "generative-ai/retrieval-augmented": _retrieved,
    "generative-ai/retrieval-scores": _scored,
    "generative-ai/prompt-comparison": _prompts,
}
