from app.domain.generation.errors import ConsentNeeded
from app.domain.generation.options import Options
from app.domain.identity.model import User


def require_consent(user: User, options: Options) -> None:
    """Both are needed: the account allows a language model, and the request asks for it.

    Raises ConsentNeeded.
    """
    if options.use_llm and not user.llm_allowed:
        raise ConsentNeeded(
            "Your account does not allow that a language model is asked: set `llm_allowed` first, with "
            "`PATCH /users/me`, or leave out `use_llm`."
        )


def require_leave(user: User) -> None:
    """Raises ConsentNeeded."""
    if not user.llm_allowed:
        raise ConsentNeeded(
            "Your account does not allow that a language model is asked. PATCH /users/me with "
            '{"llm_allowed": true} allows it.'
        )
