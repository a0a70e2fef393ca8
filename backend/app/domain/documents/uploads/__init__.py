"""Uploaded resumes, judged as our own documents are, by the rules that can be held to a foreign file."""

from app.domain.documents.uploads.laying import Laid, Place, lay_out
from app.domain.documents.uploads.score import ALGORITHM, Unjudged, Upload, UploadReceipt, score_upload
from app.domain.documents.uploads.suggestions import Suggestion, suggest

__all__ = [
    "ALGORITHM",
    "Laid",
    "Place",
    "Suggestion",
    "Unjudged",
    "Upload",
    "UploadReceipt",
    "lay_out",
    "score_upload",
    "suggest",
]
