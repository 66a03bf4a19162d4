"""Tasks of plain text. Marks such as `[Ada|Person]` show where the labels go; all people, firms and places are made up."""

from __future__ import annotations

from .results import Task, choice, number, page, rating, region, relation, spans, task, unmarked, written

NEWS = [
    "[Ines Albrecht|Person] has led the town library of [Avonford|Place] since [March 2019|Date]. Last week she announced that the old reading room will be restored for [2.4 million euros|Money].",
    "[Harrow & Finch|Organization], a joinery from [Thornbury|Place], will build the new shelves. Its owner [Palesa Dube|Person] expects the work to be done by [12 October|Date].",
    "The ferry between [Penrow|Place] and [Lydd Island|Place] will run twice an hour from [1 May|Date]. [Tidewater Lines|Organization] has bought a second boat for [3.1 million euros|Money].",
    "[Wen Li|Person], who studied in [Westmere|Place], won the prize of the [Lind Foundation|Organization] for her work on river plastics. The prize is worth [20,000 euros|Money].",
    "On [Saturday|Date] the [Velo Workshop|Organization] on [Canal Street|Place] celebrates its tenth birthday. Founder [Tomas Reyes|Person] repairs every bell for free that day.",
    "A storm on [17 January|Date] took the roof of the sports hall in [Ashby|Place]. The insurer [Northgate Mutual|Organization] has promised [640,000 euros|Money] for the repair.",
    "[Oskar Lind|Person] and [Miriam Okafor|Person] have bought the old mill near [Thornbury|Place]. They want to open a hostel there in [spring 2026|Date].",
    "The [Avonford Orchestra|Organization] opens its season on [9 September|Date] with a new piece by [Salome Varga|Person]. Tickets cost between [12 euros|Money] and [48 euros|Money].",
    "[Green Corner|Organization] closes its shop on [Market Square|Place] after thirty years. Owner [Bruno Castell|Person] says the rent had risen to [4,200 euros|Money] a month.",
    "Scientists of the [Penrow Marine Station|Organization] counted 412 seals off [Lydd Island|Place] in [June|Date], twice as many as in [2015|Date].",
    "[Paper & Ink|Organization] moves from [College Road|Place] to the former post office. According to [Jonas Weidmann|Person] the new shop opens on [2 November|Date].",
    "The council of [Westmere|Place] spends [85,000 euros|Money] on a new playground. [Amara Nwosu|Person], who plans it, wants to ask the children first.",
    "[Tide Coffee Bar|Organization] now roasts its own beans. [Lucia Ferrand|Person] bought the roaster in [Lisbon|Place] for [18,500 euros|Money].",
    "Since [last autumn|Date] the night bus stops at [Old Quarry|Place]. [Avon Transit|Organization] counts forty passengers a night, says its speaker [Rafael Sorel|Person].",
    "[Hanna Brandt|Person] gave her collection of 900 maps to the [Museum of Penrow|Organization] on [4 February|Date]. The oldest shows [Ashby|Place] in [1688|Date].",
    "The bridge at [Mill Lane|Place] stays closed until [20 June|Date]. [Stone & Daughters|Organization] found rust in two beams; the repair costs [270,000 euros|Money].",
]
REVIEWS = [
    ("The lamp gives a warm light and the switch feels solid. I have already ordered a second one.", "Positive"),
    ("It stopped charging after nine days and nobody answers my mails.", "Negative"),
    ("The box contains the cup, a lid and a leaflet in six languages.", "Neutral"),
    ("Finally a backpack with straps that do not cut into my shoulders!", "Positive"),
    ("The colour on the photograph has nothing to do with what arrived.", "Negative"),
    ("Delivered on Tuesday, used once so far, no opinion yet.", "Neutral"),
    ("My daughter built the kit alone in an afternoon and was so proud.", "Positive"),
    ("The lid leaks as soon as you tilt it. Ruined a book.", "Negative"),
    ("It is as long as described, 1.8 metres, and black.", "Neutral"),
    ("I did not expect such a clear sound from something this small.", "Positive"),
    ("Two of four screws were missing and the holes do not line up.", "Negative"),
    ("You get what you pay for. Works, but feels like plastic, because it is.", "Neutral"),
    ("Soft, quiet, dries quickly. The best towel in the house.", "Positive"),
    ("Smells of glue even after three weeks on the balcony.", "Negative"),
    ("The seller changed the parcel service in March.", "Neutral"),
    ("Support called me back within an hour and solved it. Wonderful.", "Positive"),
    ("The app wants an account, my location and my birthday to boil water. No thanks.", "Negative"),
    ("Battery lasted five hours in my test, the maker says six.", "Neutral"),
    ("Even after a year of daily use the blade is sharp.", "Positive"),
    ("I sent it back. The hinge squeaks and the drawer jams.", "Negative"),
    ("Comes in blue and green; I took green.", "Neutral"),
    ("A lovely present, beautifully wrapped, a day early.", "Positive"),
    ("Far too loud for a bedroom, you hear it through the wall.", "Negative"),
    ("Same model as last year with a new name.", "Neutral"),
    ("The seeds came up after four days, nearly all of them!", "Positive"),
    ("The zip broke on the first evening.", "Negative"),
    ("It fits shelves of up to 28 mm.", "Neutral"),
    ("I laughed so much at the instructions that I forgive the wobbly leg.", "Positive"),
    ("Not bad, but I would not buy it again at this price.", "Neutral"),
    ("Worst purchase this year; the paint came off on my hands.", "Negative"),
]
PASSAGE = (
    "The ridge trail is 11.4 kilometres long and starts at the bus stop Old Quarry. It climbs 520 metres. The path along the cliff is closed "
    "from March to June while the peregrines breed; a detour through the wood is marked in blue. The last bus back leaves at 18.42."
)


def _plain(marked: str) -> str:
    return unmarked(marked)[0]


def _names() -> list[Task]:
    made = []
    for index, marked in enumerate(NEWS):
        data = {"text": _plain(marked), "source": ("Avonford Courier", "Penrow Gazette")[index % 2]}
        found = spans(marked, "label", "text")
        if index < 4:
            made.append(task(data, *found))
        elif index < 12:
            made.append(
                task(
                    data,
                    guess=found if index % 3 else found[:-1],
                    score=round(0.96 - 0.04 * (index - 4), 2),
                    model="names-3",
                )
            )
        else:
            made.append(task(data))
    return made


def _sentiment() -> list[Task]:
    made = []
    for index, (text, feeling) in enumerate(REVIEWS):
        data = {
            "text": text,
            "product": ("Lamp", "Kettle", "Backpack", "Garden", "Audio")[index % 5],
            "stars": {"Positive": 5, "Neutral": 3, "Negative": 1}[feeling],
        }
        answer = choice("sentiment", "text", feeling)
        if index < 8:
            made.append(task(data, answer))
        elif index < 22:
            made.append(task(data, guess=[answer], score=round(0.98 - 0.03 * (index - 8), 2), model="mood-1"))
        else:
            made.append(task(data))
    return made


def _answers() -> list[Task]:
    questions = [
        ("When is the path along the cliff closed?", "from March to June"),
        ("How much does the trail climb?", "520 metres"),
        ("Where does the trail start?", "bus stop Old Quarry"),
        ("When does the last bus leave?", "18.42"),
    ]
    made = []
    for index, (question, words) in enumerate(questions):
        found = spans(PASSAGE.replace(words, f"[{words}|Answer]"), "answer", "text")
        data = {"question": question, "text": PASSAGE}
        made.append(task(data, *found) if index < 2 else task(data, guess=found, score=0.66))
    return made


TOPICS = [["Culture", "Books"], ["Economy", "Companies"], ["Town", "Traffic"], ["Nature", "Weather"]]


def _topics() -> list[Task]:
    texts = [_plain(NEWS[index]) for index in (0, 8, 2, 5)]
    answers = [region("topic", "topic", "text", "taxonomy", {"taxonomy": [path]}) for path in TOPICS]
    return [
        task({"text": texts[0]}, answers[0]),
        *(task({"text": text}, guess=[answer]) for text, answer in zip(texts[1:], answers[1:], strict=True)),
    ]


def _relations() -> list[Task]:
    first = "[Palesa Dube|Person] owns [Harrow & Finch|Organization], a joinery in [Thornbury|Place] that she founded in 2008."
    second = "[Rafael Sorel|Person] speaks for [Avon Transit|Organization], which has its offices in [Avonford|Place]."
    third = "[Lucia Ferrand|Person] started the [Tide Coffee Bar|Organization] on Harbour Walk in [Penrow|Place]."
    links = [(0, 1, "founded"), (1, 2, "is in")], [(0, 1, "works for"), (1, 2, "is in")], [(0, 1, "founded")]
    made = []
    for index, (marked, known) in enumerate(zip((first, second, third), links, strict=True)):
        found = [*spans(marked, "label", "text"), *(relation(*link) for link in known)]
        data = {"text": _plain(marked)}
        made.append(task(data, *found) if index == 0 else task(data, guess=found))
    return made


def _moderation() -> list[Task]:
    comments = [
        ("Thank you for this article, I had no idea that seals live so close to us.", ["None"], "A friendly comment."),
        ("Only a complete fool could have written this rubbish.", ["Insult"], "Calls the author a fool."),
        (
            "Cheap watches, today only, write to me for the address!!!",
            ["Advertising", "Off topic"],
            "Advertises watches below an article about seals.",
        ),
        (
            "My neighbour from Canal Street 8 never sorts his rubbish, his number is 555 0134.",
            ["Private data"],
            "Gives away someone's address and number.",
        ),
    ]
    made = []
    for index, (text, rules, reason) in enumerate(comments):
        answers = [choice("rules", "comment", *rules), written("reason", "comment", reason)]
        made.append(task({"text": text}, *answers) if index < 2 else task({"text": text}, guess=answers[:1], score=0.9))
    return made


def _translations() -> list[Task]:
    pairs = [
        (
            "The path along the cliff is closed from March to June.",
            "Der Weg an der Klippe ist von März bis Juni gesperrt.",
        ),
        (
            "Please bring the new floor plan to the meeting on Thursday.",
            "Bitte bring den neuen Grundriss zur Besprechung am Donnerstag mit.",
        ),
        (
            "The last bus back leaves at eighteen forty-two.",
            "Der letzte Bus zurück fährt um achtzehn Uhr zweiundvierzig.",
        ),
    ]
    made = []
    for index, (english, german) in enumerate(pairs):
        answer = written("translation", "source", german)
        made.append(
            task({"english": english}, answer) if index == 0 else task({"english": english}, guess=[answer], score=0.8)
        )
    return made


def _summaries() -> list[Task]:
    texts = [
        PASSAGE,
        " ".join(_plain(NEWS[index]) for index in (0, 1)),
        " ".join(_plain(NEWS[index]) for index in (5, 15)),
    ]
    summary = "The ridge trail from Old Quarry is 11.4 km long; its cliff path is closed from March to June."
    return [
        task({"text": texts[0]}, written("summary", "text", summary)),
        task(
            {"text": texts[1]},
            guess=[
                written("summary", "text", "The library's reading room is restored, with shelves by Harrow & Finch.")
            ],
        ),
        task({"text": texts[2]}),
    ]


def _nested() -> list[Task]:
    messages = [
        (
            "The table arrived a week late and one leg is broken.",
            "Complaint",
            [["Delivery", "Late"], ["Delivery", "Damaged"]],
            4,
        ),
        ("Do you also have the shelf in oak?", "Question", [], 0),
        ("Your fitter was quick, clean and friendly. Thank you!", "Praise", [], 0),
    ]
    made = []
    for index, (text, kind, causes, urgency) in enumerate(messages):
        answers = [choice("kind", "text", kind)]
        if causes:
            answers += [choice("cause", "text", *causes), rating("urgency", "text", urgency)]
        made.append(task({"text": text}, *answers) if index == 0 else task({"text": text}, guess=answers))
    return made


def _facts() -> list[Task]:
    known = [(5, "2025-01-17", 640000, 100), (14, "2025-02-04", None, 90), (15, "2025-06-20", 270000, 80)]
    made = []
    for index, (place, when, amount, certain) in enumerate(known):
        answers = [region("when", "when", "text", "datetime", {"datetime": when}), number("certainty", "text", certain)]
        if amount:
            answers.append(number("amount", "text", amount))
        data = {"text": _plain(NEWS[place])}
        made.append(task(data, *answers) if index == 0 else task(data, guess=answers))
    return made


def _coreference() -> list[Task]:
    first = "[Hanna Brandt|Name] gave [her|Pronoun] maps to the museum. [The collector|Noun] had looked for [them|Pronoun] all over Europe."
    second = "When [Oskar Lind|Name] saw the mill, [he|Pronoun] knew that [it|Pronoun] would be a hostel."
    third = "[Wen Li|Name] won the prize; [the chemist|Noun] will spend it on a boat."
    made = []
    for index, (marked, links) in enumerate(((first, [(1, 0), (2, 0)]), (second, [(1, 0)]), (third, [(1, 0)]))):
        found = [*spans(marked, "mention", "text"), *(relation(a, b, "same as") for a, b in links)]
        data = {"corefText": _plain(marked)}
        made.append(task(data, *found) if index == 0 else task(data, guess=found))
    return made


def _keywords() -> list[Task]:
    words = [["library", "restoration", "Avonford"], ["joinery", "shelves"], ["ferry", "island", "timetable"]]
    made = []
    for index, keys in enumerate(words):
        answer = written("keywords", "text", *keys)
        data = {"text": _plain(NEWS[index])}
        made.append(task(data, answer) if index == 0 else task(data, guess=[answer]))
    return made


def _invoices() -> list[Task]:
    texts = [
        "[Baker|B-Seller] [& Daughters|I-Seller] [12|B-Address] [Mill Lane, Thornbury|I-Address] Date [03.04.2025|B-Date] Rye loaf 3.20 Apple tart 4.10 Total EUR [7.30|B-Total]",
        "[Northside|B-Seller] [Hardware|I-Seller] [88|B-Address] [Dock Street, Avonford|I-Address] Date [11.02.2025|B-Date] Work gloves 9.90 Total EUR [9.90|B-Total]",
        "[Velo|B-Seller] [Workshop|I-Seller] [15|B-Address] [Canal Street, Ashby|I-Address] Date [27.06.2025|B-Date] Brake pads 14.50 Bell brass 8.00 Total EUR [22.50|B-Total]",
    ]
    return [
        task({"ocr": _plain(marked)}, *spans(marked, "bio", "text"))
        if index == 0
        else task({"ocr": _plain(marked)}, guess=spans(marked, "bio", "text"))
        for index, marked in enumerate(texts)
    ]


def _posts() -> list[Task]:
    posts = [
        (
            "Our street planted 23 hazels today. My back hurts and I have never been prouder.",
            "Positive",
            ("positive", "Pride"),
        ),
        ("Third time this week that the night bus did not come. I have had enough.", "Negative", ("negative", "Anger")),
        ("The library now opens on Sundays, ten to four.", "Neutral", None),
        ("They are closing Green Corner. I bought my first basil there.", "Negative", ("negative", "Sadness")),
    ]
    made = []
    for index, (text, feeling, kind) in enumerate(posts):
        answers = [choice("feeling", "post", feeling)]
        if kind:
            answers.append(choice(kind[0], "post", kind[1]))
        made.append(task({"post": text}, *answers) if index < 2 else task({"post": text}, guess=answers))
    return made


def _plants() -> list[Task]:
    texts = [
        "Sow [radish|Radish] and [lettuce|Lettuce] in March, [carrots|Carrot] in April. [Beans|Bean] want warm soil.",
        "The new hedge is made of [hazel|Hazel] and [currant|Currant]. Behind it grow [potatoes|Potato], [squash|Squash] and [tomatoes|Tomato].",
        "[Basil|Basil] stands next to the [tomatoes|Tomato], [pumpkins|Pumpkin] at the compost.",
    ]
    return [
        task({"text": _plain(marked)}, *spans(marked, "plant", "text"))
        if index == 0
        else task({"text": _plain(marked)}, guess=spans(marked, "plant", "text"))
        for index, marked in enumerate(texts)
    ]


PAGES = [
    ("Event", "<h1>[Night of the open gardens|Title]</h1><p>On [14 June|Date] thirty gardens open their gates. It starts at [Market Square|Place] at six.</p><ul><li>Guided walk: [8 euros|Price]</li><li>Children: [free|Price]</li></ul><p><em>Bring a torch.</em></p>"),
    ("Recipe", "<h1>[Apple tart with cinnamon|Title]</h1><p>From the bakery on [Mill Lane|Place].</p><ol><li>Slice four apples.</li><li>Rub 120 g butter into 200 g flour.</li><li>Bake for 40 minutes.</li></ol><p>Costs about [6 euros|Price] and is gone by the evening.</p>"),
    ("Offer", "<h2>[Touring bicycle, nearly new|Title]</h2><table><tbody><tr><th>Price</th><td>[420 euros|Price]</td></tr><tr><th>Where</th><td>[Ashby|Place]</td></tr><tr><th>Seen</th><td>[2 May|Date]</td></tr></tbody></table><p>New chain, new pads, old bell.</p>"),
    ("Event", "<h1>[Seal count for beginners|Title]</h1><p>Meet at the pier of <strong>[Penrow|Place]</strong> on [Sunday, 8 June|Date].</p><p>The boat costs <b>[15 euros|Price]</b>; binoculars are on board.</p>"),
    ("Offer", "<h2>[Room near the canal|Title]</h2><p>18 square metres in [Avonford|Place], free from [1 September|Date].</p><p>[390 euros|Price] a month<br>with heating and one very old cat.</p>"),
    ("Recipe", "<h1>[Tomato soup of the garden|Title]</h1><blockquote>Roast the tomatoes first, always.</blockquote><p>For four bowls, about [5 euros|Price]. Served every year in [Thornbury|Place] on [the last Saturday of August|Date].</p>"),
    ("Event", "<h1>[Concert in the reading room|Title]</h1><p>The quartet plays on [9 September|Date] in the library of [Avonford|Place].</p><p>Tickets: [12 euros|Price] at the desk.</p>"),
    ("Offer", "<h2>[Oak board, 28 mm|Title]</h2><p>Left over from a shelf: 240 by 2400 mm, [60 euros|Price], to be fetched in [Old Rope Yard|Place] until [14 March|Date].</p>"),
]  # fmt: skip


def _html() -> list[Task]:
    made = []
    for index, (_, marked) in enumerate(PAGES):
        html, found = page(marked, "label", "page")
        made.append(
            task({"html": html}, *found)
            if index < 2
            else task({"html": html}, guess=found, score=0.82, model="pages-1")
            if index < 6
            else task({"html": html})
        )
    return made


def _kinds() -> list[Task]:
    made = []
    for index, (kind, marked) in enumerate(PAGES[:5]):
        html, _ = page(marked, "label", "page")
        answer = choice("kind", "page", kind)
        made.append(task({"html": html}, answer) if index < 2 else task({"html": html}, guess=[answer]))
    return made


def _articles() -> list[Task]:
    made = []
    for index in (3, 7, 12):
        marked = _only(NEWS[index], {"Person", "Organization", "Place", "Date"})
        html, found = page(f"<article><h2>Local news</h2><p>{marked.replace('&', 'and')}</p></article>", "ner", "page")
        made.append(task({"text": html}, *found) if index == 3 else task({"text": html}, guess=found))
    return made


def _only(marked: str, labels: set[str]) -> str:
    text, last = "", 0
    plain, found = unmarked(marked)
    for start, end, words, label in found:
        text += plain[last:start] + (f"[{words}|{label}]" if label in labels else words)
        last = end
    return text + plain[last:]


TASKS = {
    "natural-language-processing/question-answering": _answers,
    "natural-language-processing/text-classification": _sentiment,
    "natural-language-processing/named-entities": _names,
    "natural-language-processing/taxonomy": _topics,
    "natural-language-processing/relation-extraction": _relations,
    "natural-language-processing/content-moderation": _moderation,
    "natural-language-processing/machine-translation": _translations,
    "natural-language-processing/summarization": _summaries,
    "natural-language-processing/nested-classification": _nested,
    "natural-language-processing/facts-with-dates": _facts,
    "conversational-ai/coreference": _coreference,
    "structured-data-parsing/freeform-metadata": _keywords,
    "structured-data-parsing/html-entities": _html,
    "structured-data-parsing/html-classification": _kinds,
    "community-contributions/html-tagging": _articles,
    "community-contributions/invoice-bio": _invoices,
    "community-contributions/two-level-sentiment": _posts,
    "community-contributions/filtered-labels": _plants,
}
