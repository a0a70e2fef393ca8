"""What schools and degrees are called, in four languages."""

import re

SCHOOL = re.compile(
    r"\b(?:universit\w+|college|institute?(?:ion)?|school|academy|polytechnic\w*|hochschule"
    r"|fachhochschule|gymnasium|berufsschule|akademie"
    r"|realschule|gesamtschule|[ée]cole|lyc[ée]e|iut|facult[ée]|universi\w+|instituto|escuela"
    r"|facultad|colegio|politecnico|conservator\w+"
    r"|technion|seminary|handelskammer|ihk|\w*schule|\w*universit[äa]t|cfa|greta|afpa"
    r"|uc \w+|mit|eth|epfl|kit|lmu|rwth|ucla|nyu|lse|suny|cuny|caltech|tu [A-Z]\w+|fh [A-Z]\w+|uni [A-Z]\w+"
    r"|ies|cifp|\w*kolleg|hec|essec|insa|(?:georgia|virginia|texas|cal|carnegie) tech|polytech\w*)\b",
    re.I,
)
NOT_SCHOOL = re.compile(
    r"\b(?:high school (?:diploma|degree)|school diploma|university degree|college prep"
    r"|some college)\b",
    re.I,
)
DEGREE = re.compile(
    r"(?:(?:executive |honou?rs )?(?:bachelor|master|doctor"
    r"|associate(?=['\u2019]?s|\s+degree|\s+of\b|\s+in\b))(?:['\u2019]?s)?(?:\s+degree)?(?:\s+of\s+[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+(?=\s+"
    r"(?:in\b|degree)))?)?"
    r"|\b(?:B\.?\s?S\.?c?|B\.?\s?A|M\.?\s?S\.?c?|M\.?\s?A|B\.?\s?Eng|M\.?\s?Eng|B\.?\s?Tech"
    r"|M\.?\s?Tech|B\.?\s?E|M\.?\s?E|B\.?\s?Com|M\.?\s?Com|B\.?\s?Ed|M\.?\s?Ed"
    r"|PGCE|PGCert|PGDip|BBA|MBA|BFA|MFA|BSN|MSN|LL\.?B|LL\.?M|J\.?D|M\.?D|Ph\.?\s?D|DPhil|A\.?A\.?S?|A\.?S|MPH"
    r"|MPA|BSW|MSW|BCA|MCA|DNP|PharmD)\b\.?"
    r"|\b(?:high school diploma|ged|g\.e\.d\.|diploma|certificate|certification|hnd|hnc"
    r"|btec(?: level \d)?|gnvq"
    r"|nvq(?: level \d)?|a[- ]levels?|gcses?|abitur|fachabitur|mittlere reife"
    r"|realschulabschluss|hauptschulabschluss|diplom(?:-\w+)?|staatsexamen|magister|promotion"
    r"|berufsausbildung|ausbildung (?:zum|zur|als)"
    r"|staatliche anerkennung|staatlich (?:anerkannt|gepr[üu]ft)\w*|gesellenbrief|meisterbrief"
    r"|licence|ma[îi]trise|doctorat|dcg|dscg|deug|deust|dess|dea|cqp|bpjeps|deas"
    r"|bts|dut|but|cap|bep|baccalaur[ée]at"
    r"|bac(?: pro(?:fessionnel)?)?|mast[èe]re?|brevet|dipl[ôo]me"
    r"|licenciatura|grado|m[áa]ster|doctorado|bachillerato"
    r"|t[ée]cnic[oa](?: superior| medio| media| auxiliar)?|ciclo formativo"
    r"|fp|diplomatura|ingenier[íi]a|ing[ée]nieur)\b)",
    re.I,
)
ABBREVIATED_ONLY = re.compile(r"(?:MA|ME|BE|AS|AA|MS|BS|BA|MD|CAP|BUT|BAC|FP)\b")
