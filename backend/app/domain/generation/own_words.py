from collections.abc import Sequence

from app.domain.generation.parts import Objection, PartBrief, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import NOTHING, Spent
from app.domain.shared.work import Output


class OwnWords(IPartWriter):
    """The offline writer: leaves each part as the person said it, as it was drafted. It costs nothing."""

    def most(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Spent:
        return NOTHING

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        return Output(WrittenPart(sections=brief.own_words))
