from enum import StrEnum


class Section(StrEnum):
    REQUIREMENTS = "requirements"
    NICE = "nice"
    RESPONSIBILITIES = "responsibilities"
    BENEFITS = "benefits"
    OTHER = "other"
