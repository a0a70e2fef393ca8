"""What the forms of a German, a French or a Spanish word have in common, by the rules of each language.

A root here ends in the letter of its language, so that short ones do not meet across languages:
`gérait` and `gérer` share `ger/f`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.domain.documents.facts.words.irregular import FRENCH, GERMAN, SPANISH
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.tables import only_english
from app.domain.shared.prose import in_order

_LEAST = 3
_SEPARABLE = (
    "ab|an|auf|aus|bei|da|dar|durch|ein|empor|entgegen|fest|fort|frei|gegenuber|her|heran|hin|hinzu|los|mit|nach|"
    "herein|heraus|herunter|hinunter|hinein|hinaus|hoch|raus|rein|runter|neu|nieder|statt|teil|uber|um|unter|vor|voran|vorbei|weg|weiter|wieder|zu|zuruck|zusammen"
)
_FIRST_PARTS = rf"(?:{_SEPARABLE})?(?:be|emp|ent|er|ge|ver|wider|zer)?"
_GERMAN_ENDINGS = in_order(
    "ierungen ierenden ationen ierende ierung ierend ierten ierter iertes aturen ieren "
    "ierte ation atur iert iere innen ungen endes enden ender ende etes eten eter erem erer eren erern ung "
    "end est ete ten tes ter tem ern in en er es et em te e n s t"
)
_FRENCH_ENDINGS = in_order(
    "erions eraient issements issement issaient ateurs ations atrices atrice ateuse issait issant "
    "aient ateur ation itions ition amment emment aisons aison ences ence uelles uelle iques ique iels "
    "ielle ielles ieres iere iers ier antes ements ement erent euses euse eurs ages ante ants ance "
    "ances ais ait ant age ees eur era iez ons ai ee er es ez ie ies ir is it us ue ues re e i u s x a"
)
_SPANISH_ENDINGS = in_order(
    "amientos imientos aciones amiento iciones imiento adoras adores acion adora icion iendo ieron "
    "idoras idores amente mente ancias ancia encias encia antes entes ante ente uales ual ivos ivas "
    "ivo iva ieramos iera ieran iese siones sion ciones cion istas ista aremos abamos arian erian "
    "iamos aban adas ador idor ados amos ando aron aste emos idas idos imos iste aba ada ado ian ias "
    "ida ido ios aje ajes an ar as en er es ia ie io ir is os a e i o s"
)
_SLIGHT = in_order("a n s t u x")
_CLITIC = re.compile(r"^(.{2,}?(?:[aei]r|[ai]ndo|endo))(?:me|te|se|nos|os)?(?:l[aeo]s?|me|te|se|nos|os)$")
_DIPHTHONG = re.compile(r"(?:ue|ie)(?=[^aeiou]{1,3}$)")
_PARTICIPLE = re.compile(rf"^({_SEPARABLE})?(?:ge|zu)([a-z]{{3,}}(?:t|te|ten|ter|tes|tem|en|ene|enen|ener))$")
_VERBAL = r"(?:e|en|ene|enen|ener|end|ende|enden|ender|est|et|ete|n|st|t|te|ten|s|es|ung|ungen)?"
_POST = re.compile(
    r"leit(?:er|erin|ung)$|meister(?:in)?$|(?:fuhrer|fuhrerin|chef|manager)$|"
    r"^(?:arch?ite|che[fv]|coordinat|coordinad|direct|direkt|encarg|general|geren|head|jef|koordinator|manag|ober|princip|prof|respons|"
    r"senior|superi|supervi)"
)
"""Words of rank: a deed of the like is not yet a post."""
_STRONG = re.compile(
    rf"^({_FIRST_PARTS}?)(?:ge|zu)?({'|'.join(sorted(GERMAN, key=len, reverse=True))}){_VERBAL}$"
)
_FRENCH_VERBAL = (
    r"(?:a|ai|aient|ais|ait|ant|ante|ants|e|ee|ees|ent|er|es|eur|eurs|euse|euses|ez|ir|ions|ons|re|s|se|ses|t|te|"
    r"ts|tes|tion|tions|ement|ements)?"
)
_FRENCH_IRREGULAR = re.compile(  # `recruter` is none of `croître`.
    r"^(?!recrut)(ac|ad|ap|as|e|com|com|con|contre|cor|de|des|dis|ela|entre|entr|ex|in|inter|intro|main|ob|par|per|pour|pre|"
    r"pro|re|sou|sous|sub|sur|trans|tra|retrans)?"
    rf"({'|'.join(sorted(FRENCH, key=len, reverse=True))})e?{_FRENCH_VERBAL}$"
)
_SPANISH_VERBAL = (
    r"(?:a|aba|ada|adas|ado|ados|ais|amos|an|ando|ar|ara|aran|as|era|eran|eron|iera|ieran|iese|cion|ciones|e|edor|edora|emos|en|er|es|i|ia|ian|ida|idas|"
    r"ido|idos|iendo|ieron|imiento|imientos|imos|io|ir|iste|o|os|tor|tora|tores)?"
)
_SPANISH_IRREGULAR = re.compile(
    r"^(a|abs|com|con|contra|de|des|dis|ex|im|in|inter|intro|man|ob|pre|pro|re|repro|sos|su|trans|tra)?"
    rf"({'|'.join(sorted(SPANISH, key=len, reverse=True))}){_SPANISH_VERBAL}$"
)


@lru_cache(maxsize=1 << 15)
def forms(word: str) -> frozenset[str]:
    """The roots of a folded word; of what is English, a name or a rank, only those that English has."""
    if word in only_english() or not word.isalpha() or _POST.search(word):
        return roots(word)
    return roots(word) | frozenset(_inflected(word))


def forms_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word))


def _inflected(word: str) -> Iterator[str]:
    if len(word) > _LEAST:
        yield f"{_cut(word, _GERMAN_ENDINGS)}/d"
        yield f"{_french(word)}/f"
        yield from _spanish_roots(word)
        if m := _CLITIC.match(word):
            yield from _spanish_roots(m[1])
    if m := _PARTICIPLE.match(word):
        yield f"{_cut((m[1] or '') + m[2], _GERMAN_ENDINGS)}/d"
        yield f"{(m[1] or '') + m[2].removesuffix('t')}/d"
    if m := _STRONG.match(word):
        yield f"{m[1]}{GERMAN[m[2]]}/d"
    if m := _FRENCH_IRREGULAR.match(word):
        yield f"{m[1] or ''}{FRENCH[m[2]]}/f"
    if m := _SPANISH_IRREGULAR.match(word):
        yield f"{m[1] or ''}{SPANISH[m[2]]}/s"


def _french(word: str) -> str:
    """`dirigeait` as `dirigé`, `appelle` as `appelé`, `nettoie` as `nettoyé`, `éduqué` as `éducation`."""
    root = _cut(word, _FRENCH_ENDINGS)
    if len(root) > _LEAST and (root.endswith("ge") or root[-1] == root[-2]):
        root = root[:-1]
    if root.endswith(("q", "qu")):
        return f"{root.removesuffix('u')[:-1]}c"
    return f"{root[:-1]}y" if len(root) > _LEAST and root.endswith("oi") else root


def _spanish_roots(word: str) -> Iterator[str]:
    """With the vowel of the infinitive too: `muestra` as `mostrar`."""
    root = _spanish(word)
    yield f"{root}/s"
    if m := _DIPHTHONG.search(root):
        yield f"{root[: m.start()]}{'o' if m.group() == 'ue' else 'e'}{root[m.end() :]}/s"


def _spanish(word: str) -> str:
    """`organicé` as `organizar`, `busqué` as `buscar`, `entregué` as `entregar`."""
    root = _cut(word, _SPANISH_ENDINGS)
    if root.endswith("qu"):
        return f"{root[:-2]}c"
    if root.endswith("z"):
        return f"{root[:-1]}c"
    return root[:-1] if root.endswith("gu") else root


def _cut(word: str, endings: tuple[str, ...]) -> str:
    """A root of three letters only before an ending that tells a verb."""
    for ending in endings:
        left = len(word) - len(ending)
        if left >= _LEAST and word.endswith(ending) and (left > _LEAST or ending not in _SLIGHT):
            return word[:left]
    return word
