"""The form field `url`: tasks written right into it, or an address to download a file from."""

from pathlib import PurePosixPath

from labelwright.egress import Blocked, Egress, Unreachable
from labelwright.errors import Invalid
from labelwright.http.threads import in_thread
from labelwright.imports.json_items import decode
from labelwright.imports.readers import Unreadable, reader_of
from labelwright.imports.receiving import Incoming
from labelwright.kit.disk import full_disk_is_told


async def fetch(incoming: Incoming, egress: Egress, url: str) -> None:
    """Add what `url` stands for to the files of the request. Raises Invalid."""
    inline = _inline(url)
    if inline is not None:
        received = incoming.new_file("inplace.json")
        received.size = len(inline)
        incoming.count(len(inline))
        await in_thread(received.path.write_bytes, inline)
        return
    try:
        await _download(incoming, egress, url)
    except (Blocked, Unreachable, Unreadable) as error:
        raise Invalid([error.detail]) from error


def _inline(text: str) -> bytes | None:
    """JSON, also with single quotes as people write it in a form."""
    if not text.lstrip().startswith(("[", "{")):
        return None
    for candidate in (text.encode(), text.replace("'", '"').encode()):
        try:
            decode(candidate)
        except Unreadable:
            continue
        return candidate
    return None


async def _download(incoming: Incoming, egress: Egress, url: str) -> None:
    async with egress.get(url, limit=incoming.room) as reply:
        name = PurePosixPath(reply.url.path).name
        reader_of(name)
        received = incoming.new_file(name)
        with full_disk_is_told(), received.path.open("wb") as file:
            async for chunk in reply.chunks():
                incoming.count(len(chunk))
                received.size += len(chunk)
                await in_thread(file.write, chunk)
