from app.domain.jobs.parsing.language import language_of
from app.domain.profile.model import Profile


def written_in(profile: Profile) -> str:
    """The language that the person writes in: ISO 639-1, English when nothing tells."""
    said = [profile.professional_summary or "", *(e.description or "" for e in profile.experiences)]
    said += [a.text for e in profile.experiences for a in e.achievements]
    return language_of("\n".join(said))
