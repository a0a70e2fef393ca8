"""Accounts as RenderCV knows them: a network, and a name there instead of an address."""

import re

_AT = {
    "LinkedIn": "https://linkedin.com/in/",
    "GitHub": "https://github.com/",
    "GitLab": "https://gitlab.com/",
    "IMDB": "https://imdb.com/name/",
    "Instagram": "https://instagram.com/",
    "ORCID": "https://orcid.org/",
    "StackOverflow": "https://stackoverflow.com/users/",
    "ResearchGate": "https://researchgate.net/profile/",
    "YouTube": "https://youtube.com/@",
    "Google Scholar": "https://scholar.google.com/citations?user=",
    "Telegram": "https://t.me/",
    "WhatsApp": "https://wa.me/",
    "Leetcode": "https://leetcode.com/u/",
    "X": "https://x.com/",
}
_BY_NAME = {name.casefold(): address for name, address in _AT.items()}
_PLAIN_NAME = re.compile(r"[A-Za-z0-9._%-]{1,100}")


def address_of(network: str | None, username: str | None) -> str | None:
    if not network or not username:
        return None
    if network.casefold() == "mastodon":
        _, name, domain = [*username.split("@"), "", "", ""][:3]
        return f"https://{domain}/@{name}" if name and "." in domain else None
    at = _BY_NAME.get(network.casefold())
    return at + username if at and not re.search(r"\s", username) else None


def account_in(network: str, url: str) -> str | None:
    """The name of an account on LinkedIn or GitHub, when the address says nothing else."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url).rstrip("/")
    name = bare.removeprefix(_AT[network].removeprefix("https://"))
    return name if name != bare and _PLAIN_NAME.fullmatch(name) else None
