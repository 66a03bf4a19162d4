"""Label Studio's page-number paging: `{"count", "next", "previous", "results"}`; a page past the end is a 404."""

from typing import Generic, TypedDict, TypeVar
from urllib.parse import parse_qsl, urlencode

from labelwright.errors import NotFound

T = TypeVar("T")


class Page(TypedDict, Generic[T]):
    count: int
    next: str | None
    previous: str | None
    results: list[T]


def whole(text: str | None) -> int | None:
    """The number a client wrote, None for nonsense: digits only, and not thousands of them."""
    return int(text) if text and text.isdecimal() and len(text) <= 18 else None


def page_size(given: int | None, default: int, largest: int) -> int:
    """What was asked for within the limits; nonsense means the default."""
    return min(given, largest) if given and given > 0 else default


def window(page: int, size: int, count: int) -> tuple[int, int]:
    """Offset and limit of a page (from 1). The first page of nothing is empty; past the end raises NotFound, which clients stop at."""
    if page < 1 or (page > 1 and (page - 1) * size >= count):
        raise NotFound("Invalid page.")
    return (page - 1) * size, size


def paged(results: list[T], *, count: int, page: int, size: int, url: str, query: str) -> Page[T]:
    """The envelope; `url` is the absolute address without query, `query` the query string of this request."""
    last = max(1, -(-count // size))

    def link(number: int) -> str | None:
        if not 1 <= number <= last:
            return None
        pairs = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if key != "page"]
        return f"{url}?{urlencode([*pairs, ('page', number)])}"

    return {"count": count, "next": link(page + 1), "previous": link(page - 1), "results": results}
