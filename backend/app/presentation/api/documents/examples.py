"""A short resume of our own, for whoever tries the API from its documentation."""

from pydantic.config import JsonDict, JsonValue

_ID = "5b0f9a44-6c5e-4a51-9d5c-0d7c6f6f2a10"
_SOURCES: JsonValue = [{"kind": "profile", "id": _ID}]


def _line(text: str) -> JsonDict:
    return {"text": text, "sources": _SOURCES}


CONTENT: JsonDict = {
    "language": "en",
    "header": {
        "name": _line("Ada Byron"),
        "headline": _line("Ward Nurse"),
        "contacts": [
            {
                "kind": "email",
                "text": "ada@example.com",
                "url": "mailto:ada@example.com",
                "sources": _SOURCES,
            }
        ],
    },
    "sections": [
        {
            "kind": "experience",
            "title": "Experience",
            "entries": [
                {
                    "title": _line("Ward Nurse"),
                    "organization": _line("Harbour Street Clinic"),
                    "dates": _line("Apr 2016 - 2019"),
                    "bullets": [_line("Trained 14 new nurses.")],
                }
            ],
        }
    ],
}
NEW_RESUME: JsonDict = {"content": CONTENT, "title": "Ward Nurse, with the clinic first"}
NEW_LETTER: JsonDict = {
    "content": {
        "language": "en",
        "header": CONTENT["header"],
        "letter": {
            "date": _line("9 March 2026"),
            "recipient": [_line("Harbour Street Clinic")],
            "subject": _line("Ward Nurse"),
            "salutation": _line("Dear hiring team,"),
            "paragraphs": [{"sentences": [_line("I trained 14 new nurses.")]}],
            "closing": _line("Sincerely,"),
            "signature": _line("Ada Byron"),
        },
    }
}
PREVIEW: JsonDict = {"content": CONTENT, "format": "html", "layout": {"template": "classic", "paper": "a4"}}
UPDATE: JsonDict = {
    "title": "Ward Nurse at Harbour Street Clinic",
    "layout": {
        "template": "modern",
        "paper": "letter",
        "accent": "#7a1f3d",
        "titles": {"experience": "Nursing"},
    },
}
