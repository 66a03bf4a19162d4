"""Tasks with PDF files and tables."""

from __future__ import annotations

from .results import Task, choice, rating, region, task, url

PAGE_WIDTH, PAGE_HEIGHT = 595, 842


def _fields() -> list[Task]:
    """Boxes in parts of the page; the places are those at which the generator of the PDF writes."""

    def field(
        key: int, page: int, left: float, top: float, width: float, height: float, words: str, label: str
    ) -> dict[str, object]:
        value = {
            "x": round(left / PAGE_WIDTH, 4),
            "y": round(top / PAGE_HEIGHT, 4),
            "width": round(width / PAGE_WIDTH, 4),
            "height": round(height / PAGE_HEIGHT, 4),
            "rotation": 0,
            "pageIndex": page,
            "ocrtext": words,
            "ocrlabels": [label],
        }
        return region(key, "field", "pdf", "ocrlabels", value)

    report = [
        field(0, 1, 62, 70, 352, 26, "Community garden, yearly report", "Title"),
        field(1, 2, 62, 70, 220, 26, "Harvest and money", "Title"),
    ]
    leaflet = [field(0, 1, 62, 70, 152, 26, "The ridge trail", "Title")]
    return [
        task({"pdf": url("garden-report.pdf")}, *report),
        task({"pdf": url("trail-leaflet.pdf")}, guess=leaflet, score=0.9),
        task({"pdf": url("board-minutes.pdf")}),
    ]


def _kinds() -> list[Task]:
    return [
        task({"pdf": url("garden-report.pdf")}, choice("kind", "pdf", "Report"), rating("readability", "pdf", 4)),
        task({"pdf": url("trail-leaflet.pdf")}, guess=[choice("kind", "pdf", "Leaflet")], score=0.94),
        task({"pdf": url("board-minutes.pdf")}, guess=[choice("kind", "pdf", "Minutes")], score=0.71),
    ]


ORDERS = [
    ("Fine", {"Order": "V-4712", "Customer": "P. Dube", "Country": "Portugal", "Items": 3, "Sum": "84.50 EUR", "Paid by": "Card", "Address known since": "2019"}),
    ("Check by hand", {"Order": "V-4713", "Customer": "R. Sorel", "Country": "Ireland", "Items": 41, "Sum": "3,210.00 EUR", "Paid by": "Invoice", "Address known since": "today"}),
    ("Fine", {"Order": "V-4714", "Customer": "A. Nwosu", "Country": "Spain", "Items": 1, "Sum": "12.00 EUR", "Paid by": "Transfer", "Address known since": "2023"}),
    ("Fraud", {"Order": "V-4715", "Customer": "xx xx", "Country": "unknown", "Items": 9, "Sum": "2,999.99 EUR", "Paid by": "Card, refused twice", "Address known since": "today"}),
    ("Fine", {"Order": "V-4716", "Customer": "H. Brandt", "Country": "Austria", "Items": 2, "Sum": "59.80 EUR", "Paid by": "Card", "Address known since": "2021"}),
    ("Check by hand", {"Order": "V-4717", "Customer": "T. Reyes", "Country": "Chile", "Items": 6, "Sum": "410.00 EUR", "Paid by": "Voucher", "Address known since": "2024"}),
    ("Fine", {"Order": "V-4718", "Customer": "I. Albrecht", "Country": "Germany", "Items": 4, "Sum": "132.20 EUR", "Paid by": "Transfer", "Address known since": "2018"}),
    ("Fine", {"Order": "V-4719", "Customer": "W. Li", "Country": "Ireland", "Items": 1, "Sum": "18.00 EUR", "Paid by": "Card", "Address known since": "2022"}),
]  # fmt: skip


def _orders() -> list[Task]:
    made = []
    for index, (verdict, row) in enumerate(ORDERS):
        answer = choice("decision", "order", verdict)
        made.append(
            task({"item": row}, answer)
            if index < 3
            else task({"item": row}, guess=[answer], score=0.6 + 0.05 * index, model="orders-1")
            if index < 6
            else task({"item": row})
        )
    return made


def _sheets() -> list[Task]:
    rows = [
        {"item": "Oak board", "pieces": 8, "each": 146, "sum": 1168},
        {"item": "Steel bracket", "pieces": 32, "each": 13, "sum": 461},
        {"item": "Oil finish", "pieces": 8, "each": 23, "sum": 184},
        {"item": "Oil finish", "pieces": 8, "each": 23, "sum": 184},
    ]
    found = [
        region(
            row,
            "sheet",
            "sheet",
            "reactcode",
            {"reactcode": {"row": row, "reason": reason}},
            meta={"displayText": f"Row {row + 1}"},
        )
        for row, reason in ((1, "wrong sum"), (3, "duplicate"))
    ]
    return [task({"rows": rows}, *found), task({"rows": rows[:2]})]


TASKS = {
    "computer-vision/pdf-ocr": _fields,
    "structured-data-parsing/pdf-classification": _kinds,
    "structured-data-parsing/tabular": _orders,
    "structured-data-parsing/spreadsheet-review": _sheets,
}
