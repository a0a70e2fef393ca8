"""Options with what the instructions say put in."""

from dataclasses import replace

from app.domain.generation.instructions.reading import read_instructions
from app.domain.generation.instructions.wishes import Wishes
from app.domain.generation.options import MOST_EMPHASIS, Length, Options, Tone


def wishes_of(options: Options) -> Wishes:
    return read_instructions(options.instructions)


def heeded(options: Options) -> Options:
    """What an option says in so many words stands; of two numbers of pages the smaller does."""
    wishes = wishes_of(options)
    tone = options.tone if options.tone is not Tone.PROFESSIONAL else wishes.tone or options.tone
    length = options.length if options.length is not Length.MEDIUM else wishes.length or options.length
    return replace(
        options,
        max_pages=min(options.max_pages, wishes.max_pages or options.max_pages),
        language=options.language or wishes.language,
        tone=tone,
        length=length,
        emphasis=tuple(dict.fromkeys((*options.emphasis, *wishes.emphasis)))[: 2 * MOST_EMPHASIS],
    )
