"""PDF files with a real text layer, written by hand, and a subtitle-like dialogue file."""

from __future__ import annotations

import json
import textwrap

from .audio import CALLS
from .place import SAMPLES, read_truth

PAGES: dict[str, list[tuple[str, list[str]]]] = {
    "garden-report.pdf": [
        ("Community garden, yearly report", [
            "The garden on Mill Lane has now been open for five years. Forty-two families share thirty-six beds, and the list of those who wait has grown to nineteen names.",
            "Spring was dry. The two new rain barrels, paid for by the street festival, kept the seedlings alive through April without a drop from the mains.",
            "In May the fence along the canal was replaced by a hedge of hazel and currant, planted on one Saturday by twenty-three people."]),
        ("Harvest and money", [
            "Altogether 1,240 kg of vegetables were weighed at the gate: 410 kg of potatoes, 265 kg of tomatoes, 190 kg of squash and much else. A tenth of it went to the soup kitchen.",
            "Fees brought in 2,160 euros, the plant sale 845. We spent 1,390 on soil, 420 on tools and 310 on water. The balance of 885 euros is kept for a new shed roof."]),
        ("What comes next", [
            "The children's bed will double in size. The school on College Road takes it over from Monday to Thursday.",
            "We ask the town for a second gate on the side of the canal, wide enough for a wheelchair and a cargo bicycle. A decision is expected in February."])],
    "trail-leaflet.pdf": [
        ("The ridge trail", [
            "Length 11.4 km, climb 520 m, four to five hours. Start at the bus stop Old Quarry and follow the yellow marks. There is no water after the second kilometre.",
            "The path along the cliff is closed from March to June while the peregrines breed. A detour through the wood is marked in blue."]),
        ("Before you go", [
            "Wear firm shoes: the steps below the summit are wet on most days of the year. The last bus back to Avonford leaves at 18.42, on Sundays at 17.12.",
            "In an emergency call the mountain rescue and name the number on the nearest yellow post."])],
    "board-minutes.pdf": [
        ("Minutes of the board", [
            "Present: Ines Albrecht (chair), Tomas Reyes, Wen Li, Palesa Dube. Excused: Oskar Lind. The minutes of the last meeting were accepted without changes.",
            "Wen Li reported on the library's opening hours. Opening on Sundays was tried for six weeks and brought on average 180 visitors; the board wants it to stay, four votes to none.",
            "Tomas Reyes will ask three firms for offers to repair the lift before the end of the month."])],
}  # fmt: skip


def write_all() -> None:
    for file, pages in PAGES.items():
        (SAMPLES / file).write_bytes(_pdf(pages))
    truth = read_truth()
    for file in CALLS:
        turns = [
            {"author": part["label"], **{key: part[key] for key in ("text", "start", "end")}}
            for part in truth[file]["segments"]
        ]
        (SAMPLES / file.replace(".mp3", ".json")).write_text(json.dumps(turns, indent=1) + "\n", "utf-8")
    _preview()


def _preview() -> None:
    """What the editor shows while a project has no data of its own."""
    (SAMPLES / "sample.pdf").write_bytes(_pdf(PAGES["trail-leaflet.pdf"]))
    paragraphs = [words for _, page in PAGES["trail-leaflet.pdf"] for words in page]
    (SAMPLES / "sample.txt").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    html = "".join(f"<p>{words}</p>\n" for words in paragraphs)
    (SAMPLES / "sample.html").write_text(f"<h1>The ridge trail</h1>\n{html}", "utf-8")


def _pdf(pages: list[tuple[str, list[str]]]) -> bytes:
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    kids = []
    for number, (title, paragraphs) in enumerate(pages, 1):
        stream = _page(title, paragraphs, number, len(pages)).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    body, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)


def _page(title: str, paragraphs: list[str], number: int, count: int) -> str:
    parts = [
        "0.14 0.31 0.42 rg 0 822 595 20 re f",
        "0.1 0.12 0.15 rg",
        f"BT /F2 22 Tf 64 752 Td ({_escaped(title)}) Tj ET",
    ]
    y = 706
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, 82):
            parts.append(f"BT /F1 11.5 Tf 64 {y} Td ({_escaped(line)}) Tj ET")
            y -= 18
        y -= 12
    parts.append(f"BT /F1 9 Tf 270 40 Td (Page {number} of {count}) Tj ET")
    return "\n".join(parts)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
