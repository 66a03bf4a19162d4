"""What people bring: files and configurations, made here."""

import csv
import io
from pathlib import Path

from PIL import Image, ImageDraw

NER_CONFIG = """<View>
  <Labels name="entity" toName="letter">
    <Label value="Person" background="#c2410c"/>
    <Label value="Place" background="#1d4ed8"/>
  </Labels>
  <Text name="letter" value="$text"/>
</View>"""

BOX_CONFIG = """<View>
  <RectangleLabels name="box" toName="photo">
    <Label value="House" background="#15803d"/>
    <Label value="Tree" background="#a21caf"/>
  </RectangleLabels>
  <Image name="photo" value="$image"/>
</View>"""


def letter(number: int) -> str:
    return f"Ada Lovelace wrote letter {number} to Charles Babbage from a quiet house in London."


def letters_csv(path: Path, rows: int) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "number"])
        writer.writerows((letter(number), number) for number in range(1, rows + 1))
    return path


def photograph(path: Path, number: int, size: tuple[int, int] = (640, 480)) -> Path:
    """A drawn landscape with a house; a different one for each number."""
    image = Image.new("RGB", size, (150, 190 + number % 50, 230))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((0, height * 2 // 3, width, height), fill=(90, 140, 70))
    left = 60 + number * 37 % (width // 2)
    draw.rectangle((left, height // 2, left + 160, height * 3 // 4), fill=(200, 170, 140))
    draw.polygon([(left - 15, height // 2), (left + 80, height // 3), (left + 175, height // 2)], fill=(150, 60, 40))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    path.write_bytes(buffer.getvalue())
    return path
