"""How people say what is not to be left out, and what of a list is not: folded, as in `phrases`."""

import re

from app.domain.generation.instructions.phrases import any_of

_DROPPING = (
    r"(?:leave out|leave off|leaving out|omit(?:ting)?|exclud(?:e|ing)|skip(?:ping)?|drop(?:ping)?|"
    r"remov(?:e|ing)|hid(?:e|ing)|cut|delet(?:e|ing)|take out|taking out|get rid of|strip|forget)"
)
_WEG = r"(?:weglassen|auslassen|streichen|entfernen|loschen|vergessen|rausnehmen)"
_NICHT = r"(?:(?:bitte |aber |ja )*(?:nicht|nie|niemals|keinesfalls|auf keinen fall|unter keinen umstanden))"
_OTER = (
    r"(?:enlev(?:e|ez|er)|supprim(?:e|ez|er)|retir(?:e|ez|er)|omet(?:s|tez|tre)|exclu(?:s|ez|re)|"
    r"ecart(?:e|ez|er)|oubli(?:e|ez|er))"
)
_QUITES = (
    r"(?:omit(?:as|a|ir)|quit(?:es|e|ar)|elimin(?:es|e|ar)|exclu(?:yas|ya|ir)|suprim(?:as|a|ir)|"
    r"borr(?:es|e|ar)|olvid(?:es|e|ar))"
)
KEEP = any_of(
    rf"(?:do not|don't|never|not|under no circumstances)(?: ever)? {_DROPPING} X",
    rf"(?:but )?without {_DROPPING} X",
    r"(?:do not|don't|never)(?: ever)? (?:leave|take|keep) X (?:out|off|away)(?: of it)?",
    r"(?:always )?(?:keep|retain|leave) X in(?: it| there)?",
    r"(?:always )?(?:keep|retain) X(?: on it)?",
    rf"lass(?:e|en sie|t)? X {_NICHT} (?:weg|aus|raus|fort)",
    rf"lass(?:e|en sie|t)? {_NICHT} X (?:weg|aus|raus|fort)",
    rf"X {_NICHT} {_WEG}",
    rf"{_NICHT} X {_WEG}",
    rf"(?:streich|entfern|losch|vergiss)(?:e|en sie|t)? X {_NICHT}",
    rf"verzicht(?:e|en sie|et)? {_NICHT} auf X",
    r"behalt(?:e|en sie|et)? X(?: bei| drin)?",
    r"X (?:behalten|beibehalten|drin ?lassen|stehen ?lassen)",
    rf"(?:ne |n'){_OTER} (?:surtout )?(?:pas|jamais) X",
    rf"ne (?:pas|jamais) {_OTER} X",
    r"ne laiss(?:e|ez|er) (?:surtout )?(?:pas|jamais) X de cote",
    r"(?:gard(?:e|ez|er)|conserv(?:e|ez|er)) X",
    rf"(?:no|nunca)(?: me)? {_QUITES} X",
    r"(?:no|nunca) dej(?:es|e|ar) (?:fuera X|X fuera)",
    r"(?:manten|mantenga|mantener|conserv(?:a|e|ar)) X",
)
_PLACED = re.compile(
    r"(?:.*\s)?(?:out|off|away|first|last|top|end|bottom|up front|prominent|visible|short|shorter|brief|long|"
    r"concise|simple|as is|same|order|kurz|knapp|court|bref|breve|corto|cote|fuera)"
    r"|(?:it|this|that|them|everything|es|ihn|le|lo)(?:\s.*)?"
    r"|(?:every|each|all|any|jede[nrsm]?|alle[ns]?|chaque|tou(?:t|te|s|tes)|cada|tod[oa]s?)(?:\s.*)?"
)
ALL_BUT = any_of(
    r"(?:leave out|leave off|omit|exclude|skip|drop|remove|hide|cut|delete|take out|strip) "
    r"(?:everything|all|anything)(?: else)? (?:except|but|apart from|other than|save)(?: for)? X",
    r"(?:everything|all)(?: else)? (?:except|but|apart from|other than)(?: for)? X (?:out|off|away)",
    r"leave (?:everything|all)(?: else)? (?:except|but|apart from|other than)(?: for)? X out",
    r"lass(?:e|en sie|t)? alles (?:au(?:ss|ß)er|bis auf) X (?:weg|aus|raus)",
    r"alles (?:au(?:ss|ß)er|bis auf) X (?:weglassen|streichen|entfernen|auslassen)",
    r"(?:streich|entfern|losch)(?:e|en sie|t)? alles (?:au(?:ss|ß)er|bis auf) X",
    r"(?:enlev|supprim|retir|omet|exclu|ecart)(?:e|ez|er|s|tez|tre|re) tout (?:sauf|hormis|a part) X",
    r"(?:quit|elimin|suprim|omit|borr)(?:a|e|ar|ir) todo (?:menos|excepto|salvo) X",
)
_EXCEPTED = any_of(
    r"[\s,:]*(?:(?:but|and|aber|jedoch|und|mais|et) )?(?:surtout )?(?:not|nicht|pas) X",
    r"[\s,:]*pero no X",
    r"[\s,:]*(?:(?:aber|jedoch|und) )?X (?:aber )?nicht",
)
_JOINT = re.compile(r"[\s,:]*(?:(?:but|and|aber|jedoch|und|mais|et|pero|y) )?")
_EXCEPTION = re.compile(
    r"[\s,:]*(?:(?:but|and|aber|mais|pero) )?(?:except|excepting|excluding|apart from|other than|save for|"
    r"unless|with the exception of|au(?:ss|ß)er|bis auf|ausgenommen|mit ausnahme|es sei denn|"
    r"sauf|hormis|excepte|a part|a l'exception|a moins|a menos|"
    r"excepto|salvo|menos|a excepcion)\b.*",
    re.DOTALL,
)
_DENIAL = re.compile(
    r"\b(?:not|never|don't|doesn't|cannot|except|excepting|excluding|but|nothing|whatever|apart from|"
    r"other than|unless|either|neither|instead of|rather than|save for|es sei denn|anstatt|statt|au lieu|"
    r"weder|plutot que|en lugar de|en vez de|nicht|nichts|nie|niemals|kein(?:e[nmrs]?)?|keinesfalls|"
    r"au(?:ss|ß)er|aber|bis auf|ne|pas|jamais|rien|sauf|hormis|mais|nunca|jamas|nada|excepto|salvo|"
    r"menos|pero)\b|\bn'(?=\w)"
    r"|^no\b|^(?:don't|dont|and|or|und|oder|et|ou|y|o)$"
)


def denies(said: str) -> bool:
    """Whether it has a negation or an exception in it, or is nothing but a small word."""
    return bool(_DENIAL.search(said))


def says_how(said: str) -> bool:
    """`it short`, `every bullet`: a wish of another kind than to keep a thing."""
    return bool(_PLACED.fullmatch(said))


def excepted_in(said: str) -> re.Match[str] | None:
    """`, but not X` after something that is to be left out; the joint before it is part of it."""
    joint = _JOINT.match(said)
    return None if joint and KEEP.fullmatch(said, joint.end()) else _EXCEPTED.fullmatch(said)


def is_exception(said: str) -> bool:
    """`, except for X`: it narrows what was said before."""
    return bool(_EXCEPTION.fullmatch(said))
