"""Spans of text. Offsets count code points in Text and HyperText, UTF-16 units in Paragraphs."""


def utf16_offset(text: str, offset: int) -> int:
    """The UTF-16 offset of a code point offset."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def code_point_offset(text: str, offset: int) -> int:
    """The code point offset of a UTF-16 offset; inside a surrogate pair, that of the pair."""
    units = text.encode("utf-16-le", "surrogatepass")[: offset * 2]
    return len(units.decode("utf-16-le", "ignore"))
