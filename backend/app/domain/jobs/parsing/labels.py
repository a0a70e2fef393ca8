"""Fields that a posting names outright: "Employer: ...", or a label with its value below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.lines import Line


class Label(StrEnum):
    TITLE = "title"
    COMPANY = "company"
    LOCATION = "location"
    SALARY = "salary"
    TYPE = "type"
    WORKPLACE = "workplace"
    SENIORITY = "seniority"


_WORDS: dict[Label, str] = {
    Label.TITLE: r"(?:job|position|role|posting|vacancy|official)? ?title|position|role|job|vacancy|post"
    r"|opening"
    r"|titre(?: du poste| de l'emploi)?|intitule(?: du poste)?|poste|fonction"
    r"|stellenbezeichnung|stellenangebot|stellenausschreibung|offre d'emploi|oferta de empleo|stelle"
    r"|position|jobtitel|berufsbezeichnung"
    r"|puesto|cargo|titulo(?: del puesto)?|titel|tjanst|yrkesroll|befattning|roll|functie"
    r"|vacature|posizione|titolo|vaga",
    Label.COMPANY: r"company(?: name)?|employer(?: name)?|organi[sz]ation|agency|department"
    r"|hiring (?:organi[sz]ation|company)|institution|client"
    r"|business|firm|entreprise|employeur|organisme|organisation|societe|ministere|firma"
    r"|unternehmen|arbeitgeber|empresa|empleador|entidad"
    r"|foretag|arbetsgivare|bedrijf|werkgever|azienda",
    Label.LOCATION: r"(?:job |work |primary |duty |office |posting )?(?:location|locations|location\(s\)"
    r"|duty station|city|place of work|workplace address|base|based in|town|site|where"
    r"|work site|region)"
    r"|(?:city|town|location)(?:/| and |, )(?:state|province|county|country)"
    r"|lieu(?:x)?(?: de travail| du poste| d'affectation)?|localisation|endroit|ville"
    r"|emplacement|standort|arbeitsort|einsatzort|dienstort|ort"
    r"|ubicacion|lugar(?: de trabajo)?|localidad|ciudad|plats|ort|arbetsort|placering(?:sort)?"
    r"|stationeringsort|kommun|locatie|standplaats|sede|luogo(?: di lavoro)?|localizacao|local",
    Label.SALARY: r"(?:base |annual |starting |hourly |expected |target |monthly )?(?:salary|pay"
    r"|compensation|wage|wages|remuneration|rate|rate of pay)(?: range| band| scale| rate"
    r"| details)?|salaire(?: annuel| offert)?|remuneration|echelle salariale|traitement"
    r"|gehalt(?:sspanne)?|vergutung|jahresgehalt|lohn|salario(?: bruto)?|retribucion|sueldo"
    r"|lon(?:espann)?|manadslon|salaris|retribuzione|stipendio",
    Label.TYPE: r"(?:job|employment|contract|position|work|vacancy|appointment|engagement) ?(?:type|status"
    r"|time|schedule|term|basis)|type|hours|working (?:hours|pattern)|schedule|tenure"
    r"|employment|contract|type (?:de (?:contrat|poste|emploi)|d'emploi)"
    r"|contrat|duree(?: du contrat)?|temps de travail|horaires?|statut|anstellungsart"
    r"|vertragsart|beschaftigungsart|arbeitszeit|anstellung|tipo (?:de )?(?:contrato|empleo"
    r"|jornada)|jornada|contrato|anstallningsform|anstallningstyp|omfattning|arbetstid"
    r"|dienstverband|contratto|tipo di contratto",
    Label.WORKPLACE: r"(?:work(?:place|ing)? ?(?:type|model|mode|arrangement|location type|setting|style"
    r"|pattern)|location type|remote(?: work| status| policy| job)?|telework|location options"
    r"|workplace|work from home|mode de travail|modalite(?:s)?(?: de travail)?|teletravail"
    r"|arbeitsmodell|arbeitsform|arbetssatt|homeoffice|modalidad|teletrabajo|distansarbete|arbetsplatstyp)",
    Label.SENIORITY: r"(?:experience|seniority|career|job|position) level|level|seniority"
    r"|niveau(?: d'experience| de poste)?|karrierestufe|berufserfahrung"
    r"|nivel(?: de experiencia)?|erfarenhetsniva|senioritet",
}
_LABELS = tuple((label, re.compile(rf"(?:{words})")) for label, words in _WORDS.items())
_LABELLED = re.compile(r"(?P<label>[^:\t|]{2,40}?)(?:[ \u00a0]?[:\uff1a][ \t\u00a0]*|\t+)(?P<value>\S.*)?$")
_BLANK = re.compile(
    r"(?i)(?:tb[dac]|n/?a|none|not specified|-+|\?+|to be (?:determined|confirmed"
    r"|announced))[ .]*"
)
_LONGEST_VALUE = 1_500


@dataclass(frozen=True, slots=True)
class Labelled:
    label: Label
    words: str
    """The label as written."""
    value: str
    line: Line
    """Where the value stands."""


def labelled(lines: tuple[Line, ...]) -> Iterator[Labelled]:
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST_VALUE:
            continue
        found = _LABELLED.match(line.text)
        if found and found["value"]:
            label = label_of(found["label"])
            if label and not _BLANK.fullmatch(found["value"]):
                yield Labelled(label, found["label"], found["value"].strip(), line)
        elif (label := label_of(line.text.rstrip(" :\uff1a"))) and (below := _value_below(lines, at)):
            yield Labelled(label, line.text, below.text, below)


def label_of(words: str) -> Label | None:
    if len(words) > 40:
        return None
    text = folded(words).strip(" *-#")
    return next((label for label, cue in _LABELS if cue.fullmatch(text)), None)


def is_department(words: str) -> bool:
    """The name of a ministry, or a part of the employer: whatever else names the employer is surer."""
    return folded(words).strip(" *-#") in ("department", "agency", "client", "business")


def _value_below(lines: tuple[Line, ...], at: int) -> Line | None:
    """A label alone on its line is answered below, if that is no paragraph, bullet or label itself."""
    for below in lines[at + 1 : at + 3]:
        if below.after_gap or below.bullet or len(below.text) > 160 or label_of(below.text.rstrip(" :")):
            return None
        if label_of(below.text.partition(":")[0]):
            return None
        if not below.text.endswith(":"):
            return None if _BLANK.fullmatch(below.text) else below
    return None
