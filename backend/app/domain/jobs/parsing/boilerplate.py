"""Sentences that stand in every posting: the law, the way to apply, what becomes of the data."""

import re

_BOILERPLATE = re.compile(
    # The law.
    r"equal[- ](?:employment )?opportunit|\beeo\b|without regard to|regardless of (?:race|age|gender|your)"
    r"|veteran status|protected veteran|sexual orientation"
    r"|gender identity|national origin|reasonable (?:accommodation|adjustment)|affirmative action"
    r"|accommodations? (?:during|in|for) the|(?:celebrate|value|embrace|welcome)s?\b.{0,30}\bdiversity"
    r"|all backgrounds|egalite (?:des chances|professionnelle)|sans distinction|chancengleichheit"
    r"|ungeachtet"
    r"|schwerbehindert|igualdad de oportunidades|oavsett (?:kon|bakgrund|alder|etnisk)|\bmangfald|e-verify"
    # Who may work here, and that nobody pays for it.
    r"|(?:visa|immigration|permit)\b.{0,30}sponsor|sponsor\w*\b.{0,40}(?:visa|immigration|work permit)"
    r"|\bno sponsorship|authori[sz]ed to work|never asks?\b|good[- ]faith estimate|pay information"
    # How to apply.
    r"|\bto apply\b|apply (?:now|online|by|via|through|at|today|before|directly)\b"
    r"|(?:send|submit|upload|email|forward|attach)\b.{0,30}\b(?:cv|resume|application|cover letter)"
    r"|interviews (?:will|are)|closing date|applications? (?:close|deadline|received|will be)"
    r"|application process|please (?:call|contact|email|write)"
    r"|postulez|votre candidature|(?:votre|ton) cv|bewerbungs?(?:unterlagen|frist)|bewerben sie|bewirb dich"
    r"|ihre bewerbung|lebenslauf|(?:tu|su) (?:cv|curriculum)|(?:din|skicka) ansokan|ansokningar?\b"
    r"|sista ansok"
    r"|privacy (?:policy|notice|statement)|personal data|donnees personnelles|personenbezogen"
    r"|personuppgifter"
)


def is_boilerplate(folded_sentence: str) -> bool:
    return bool(_BOILERPLATE.search(folded_sentence))
