"""What a posting is found by: words of our own making, the same whatever database keeps them."""

from app.domain.jobs.search.clauses import Clause, clauses_of
from app.domain.jobs.search.searchable import Searchable, searchable
from app.domain.jobs.search.words import GAP, words_of

__all__ = ["GAP", "Clause", "Searchable", "clauses_of", "searchable", "words_of"]
