"""English: from `Led a team`, `Leads a team`, `Lead a team` or `Leading a team` to the first person."""

import re

from app.domain.shared.number_words import TENS, UNITS
from app.domain.shared.prose import word_set

_IRREGULAR = word_set(
    "led ran built rebuilt wrote rewrote brought cut taught held won made grew sold drove oversaw set "
    "began took kept "
    "met spent gave spoke chose found was did had put came went became got sent bought caught dealt fed "
    "felt fought knew laid lent paid rose said saw shot stood swept told thought understood undertook "
    "sat let split spread sought upheld broke dug drew forecast left lost rode sang shook swam threw "
    "overcame "
    "co-led cofounded redid reset hit bore beat bred rang slid spun struck withdrew underwent interwove"
)
_BASES = word_set(
    "achieve act adapt administer advise analyse analyze answer apply arrange assemble assess assist attend "
    "audit automate balance bill book bring budget build calculate care carry check clean coach code "
    "collaborate collect communicate compile conduct configure consult contribute control cook coordinate "
    "counsel create cut deal define deliver deploy design develop diagnose direct dispense document draft "
    "draw drive edit educate enforce engineer ensure establish estimate evaluate examine execute facilitate "
    "file fit fix forecast gather generate give grow guide handle help hire host identify implement improve "
    "increase inspect install instruct integrate interview introduce investigate issue keep launch lay lead "
    "lecture lift liaise like load maintain make manage map measure mediate meet mentor mix moderate "
    "monitor move "
    "negotiate offer operate order organise organize oversee own pack paint partner perform plan prepare "
    "present prevent process produce program promote propose protect provide publish purchase raise receive "
    "recommend reconcile record recruit reduce repair report represent research resolve respond restore "
    "review run schedule secure sell serve set ship sign simplify solve specialise specialize speak start "
    "streamline supervise supply support take teach tend test track train translate treat troubleshoot tutor "
    "update use validate verify visit weld win work write "
    "allocate approve assign authorise authorize calibrate calm cater clarify compose debug decide delegate "
    "demonstrate determine disinfect distribute encourage escort explain finalise finalize follow foster "
    "fulfil fulfill greet inform initiate inspire interpret learn listen modify motivate nurture observe "
    "obtain optimise optimize persuade prioritise prioritize proofread reconcile refill refurbish remove "
    "renovate replace replenish restock retrieve revise sterilise sterilize suggest summarise summarize "
    "transcribe triage wash weigh"
)
_ALSO_NOUNS = word_set(
    "act audit balance bill book budget care check code contact control cook cut deal design "
    "document draft "
    "drive engineer file fit fix forecast guide help host increase issue launch lead lecture lift load map "
    "measure mentor mix monitor move offer order pack paint partner plan present process produce program "
    "purchase raise record report research review run schedule secure sell set ship sign start supply "
    "support tend test track train treat tutor update use visit weld win work like lay tutor coach visit"
)
_MOSTLY_VERBS = word_set("coach fix measure mentor mix monitor treat tutor weld")
"""Nouns too, but none that stands before another noun, unless that is someone's title."""
_PEOPLE = word_set("mentor tutor coach guide host lead partner engineer")
_AFTER_PEOPLE = word_set("to of at for in with")
_AFTER_A_NOUN = word_set(
    "a an and as at by for from in into of on or to up with during across between per is was under "
    "programme program scheme role group team course bag"
)
_A_TITLE = re.compile(
    r"(?!(?:water|paper|rubber|number|power|weather|order|matter|fever)$)\w+(?:er|or|ist|man)"
)
_OBJECTS = (
    (
        word_set(
            "help support guide treat train coach mentor tutor tend visit lift move host lead drive handle "
            "track"
        ),
        word_set(
            "patients customers clients guests students pupils children residents families colleagues teams "
            "users animals learners visitors volunteers apprentices juniors members trainees parents "
            "teachers nurses"
        ),
    ),
    (
        word_set(
            "process schedule book review check file track issue handle order plan balance audit run pack"
        ),
        word_set(
            "invoices appointments contracts payments bookings complaints enquiries inquiries deliveries "
            "claims applications refunds stock supplies shifts rotas meetings orders"
        ),
    ),
)
"""Verbs that are nouns too, and what follows them as verbs alone."""
_NOT_PAST = word_set(
    "need speed hundred red seed feed breed embed exceed proceed succeed shed bed experienced skilled "
    "certified "
    "qualified licensed registered chartered dedicated motivated seasoned accomplished advanced limited "
    "united talented "
    "gifted detailed unified driven indeed accredited combined mixed fixed related required assorted "
    "selected varied "
    "applied distributed embedded skilled self-motivated results-oriented medalled interested committed "
    "focused"
)
_OPENS = word_set(
    "a an the my our all each every both up to for in on at with of from this these those several many "
    "multiple "
    "various new daily weekly monthly complex large small them it"
)
_NUMBERS = {*UNITS["en"], *TENS["en"]}
_OTHERS = word_set("he she his her hers him himself herself")
_AUXILIARY = {"has": "have", "is": "am", "was": "was"}
_WORD = re.compile(r"[A-Za-z][\w'\u2019-]*")
_AND = re.compile(r"(?<= and )([a-z]+s)(?= ([\w$\u20ac\u00a3]+))")
_I = re.compile(r"I(?:\s+|\u2019ve\s+|'ve\s+)")


def first_person(sentence: str) -> tuple[str, str, str] | None:
    """Manner, verb and the rest; None where the sentence had better be quoted."""
    if _OTHERS & {word.lower() for word in _WORD.findall(sentence)}:
        return None
    if found := _I.match(sentence):
        return _finite(sentence[found.end() :]) if found.group().strip() == "I" else None
    first, _, rest = sentence.partition(" ")
    word = first.lower()
    if not _WORD.fullmatch(first) or not rest or first[1:] != first[1:].lower():
        return None
    if word in _AUXILIARY:
        return "finite", _AUXILIARY[word], rest
    if word.endswith("ly") and _is_past(rest.partition(" ")[0].lower()):
        return "finite", word, rest
    if _is_past(word) or (word in _BASES and _governs(word, rest)):
        return "finite", word, rest
    if base := _base_of(word):
        return _present(base, rest) if _governs(base, rest) else None
    return ("gerund", word, rest) if _is_gerund(word) and _governs("run", rest) else None


def _finite(said: str) -> tuple[str, str, str] | None:
    verb, _, rest = said.partition(" ")
    return ("finite", verb, rest) if rest else None


def _is_past(word: str) -> bool:
    last = word.rpartition("-")[2]
    if word in _NOT_PAST or last in _NOT_PAST:
        return False
    return word in _IRREGULAR or last in _IRREGULAR or (last.endswith("ed") and len(last) > 4)


def _base_of(word: str) -> str | None:
    """Of the third person: `runs`, `teaches`, `carries`."""
    for ending, instead in (("ies", "y"), ("es", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and (base := word.removesuffix(ending) + instead) in _BASES:
            return base
    return None


def _governs(base: str, rest: str) -> bool:
    """`Lead a team` is a verb, `Lead engineer` is not; `Plan and deliver lessons` is as sure as `deliver`."""
    if base not in _ALSO_NOUNS and base != "run":
        return True
    follows = rest.partition(" ")[0].lower().rstrip(",")
    if base in _PEOPLE and follows in _AFTER_PEOPLE:
        return False
    if follows == "and":
        second, _, after = rest.partition(" ")[2].partition(" ")
        sure = base in _MOSTLY_VERBS - _PEOPLE or _governs(second, after)
        return second in _BASES and bool(after) and sure
    if any(base in verbs and follows in objects for verbs, objects in _OBJECTS):
        return True
    if base in _MOSTLY_VERBS and follows.isalpha() and follows not in _AFTER_A_NOUN:
        return not _A_TITLE.fullmatch(follows)
    return follows in _OPENS or follows[:1].isdigit() or follows[:1] in "$\u20ac\u00a3" or follows in _NUMBERS


def _present(base: str, rest: str) -> tuple[str, str, str] | None:
    """A second verb goes the same way; where it is not sure to be one, nothing does."""
    sure = True

    def turned(found: re.Match[str]) -> str:
        nonlocal sure
        second = _base_of(found[1])
        if second is None:
            return found[1]
        sure = sure and (second not in _ALSO_NOUNS or _governs(second, found[2]))
        return second

    said = _AND.sub(turned, rest)
    return ("finite", base, said) if sure else None


def _is_gerund(word: str) -> bool:
    root = word.removesuffix("ing")
    undoubled = root[:-1] if root[-1:] == root[-2:-1] else root
    return root != word and bool({root, root + "e", undoubled} & _BASES)
