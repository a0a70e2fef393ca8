"""What is wrong with a multipart form, in words that say what to send."""

WORDS = {
    "Too many fields": "The form may have nothing but its file: a field `file` that has a filename.",
    "Too many files": "The form may have one file, as the field `file`.",
    "Missing boundary": "The Content-Type names no boundary: leave this header to your HTTP client.",
    "Invalid multipart data": "The body is no multipart form with the boundary that its Content-Type names.",
    'The Content-Disposition header field "name"': "A part of the form has no name: the file's is `file`.",
}
"""By the beginning of what the parser says."""


def in_plain_words(said: str) -> str:
    return next((words for begins, words in WORDS.items() if said.startswith(begins)), said)
