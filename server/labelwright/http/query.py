"""Query parameters as Label Studio reads them."""

from labelwright.errors import Invalid
from labelwright.http.request import ApiRequest
from labelwright.settings import FALSE, TRUE


def flag(request: ApiRequest, name: str, default: bool) -> bool:
    """true/yes/on/1 or false/no/off/0; anything else is refused."""
    text = request.query_params.get(name)
    if text is None or text == "":
        return default
    if text.lower() in TRUE | FALSE:
        return text.lower() in TRUE
    raise Invalid({name: [f'Incorrect bool value "{text}"; write true or false.']})
