from app.domain.shared.errors import Conflict, Invalid, NotFound


class ProfileNotFound(NotFound): ...


class ComponentNotFound(NotFound):
    """No such experience, education, project or skill in this profile."""


class TooManyProfiles(Conflict): ...


class TooManyComponents(Invalid): ...


class ComponentRepeated(Invalid):
    """One list names the same component twice."""


class DatesReversed(Invalid):
    """What was changed would end before it starts."""


class VersionNotKept(NotFound):
    """There was no such version, or it is too long ago."""


class ProposalNotFound(NotFound): ...


class TooManyProposals(Conflict): ...


class NothingProposed(Invalid): ...


class ProposalDecided(Conflict):
    """It was accepted or rejected before."""


class ExperienceChanged(Conflict):
    """The experience is not what it was when the change was proposed; the details say in what."""


class DefaultProfileNeeded(Invalid):
    """Who has profiles has a default one."""


class CustomFieldsRefused(Invalid):
    """Too large, too deep, or not text that can be kept; the flaws say where."""


class JsonResumeInvalid(Invalid):
    """It is not what JSON Resume says a resume is; the flaws say where."""


class JobProfileNotFound(NotFound): ...


class TooManyJobProfiles(Conflict): ...


class JobProfileDefaultNeeded(Invalid):
    """Who has job profiles has a default one."""


class ProfileFileInvalid(Invalid):
    """It is not what its format says a file is, or names nobody; the flaws say where."""


class ArchiveRefused(Invalid):
    """No zip, or one that is not safe to open."""
