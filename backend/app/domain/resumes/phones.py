from abc import abstractmethod
from typing import Protocol


class IPhoneNumbers(Protocol):
    @abstractmethod
    def e164(self, written: str, place: str, language: str) -> str | None:
        """As machines dial it, such as `+442079460958`.

        `place` is where the person says that they live, `language` the ISO 639-1 of what they wrote. None
        where it is no number, or its country cannot be told by any of the three.
        """
