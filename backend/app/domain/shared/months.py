"""Names of the months, as documents show them and as people write them."""

from app.domain.shared.prose import fold

_IN_FULL = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    ),
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
}
"""As they stand beside a day."""
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    # September and October in full where a short form is a word of another language.
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. setembro outubro nov. dez.",
    "it": _IN_FULL["it"],
    "nl": "jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "ar": _IN_FULL["ar"],
    "he": _IN_FULL["he"],
}
"""As they stand beside a year alone."""
NUMBERED = {"zh": ("年", "月", "日"), "ja": ("年", "月", "日"), "ko": ("년 ", "월 ", "일")}
"""What stands after the year, the month and the day where months have no names."""
PRESENT = {
    "en": "Present",
    "de": "heute",
    "fr": "aujourd'hui",
    "es": "actualidad",
    "sv": "nu",
    "pt": "presente",
    "it": "oggi",
    "nl": "heden",
    "pl": "obecnie",
    "uk": "донині",
    "ar": "حتى الآن",
    "he": "היום",
    "zh": "至今",
    "ja": "現在",
    "ko": "현재",
}
"""Said of what goes on."""
_ALSO = {"jänner": 1, "febr": 2, "fév": 2, "maerz": 3, "mrz": 3}

IN_FULL = {language: tuple(names.split()) for language, names in _IN_FULL.items()}
SHORT = {language: tuple(names.split()) for language, names in _SHORT.items()}
BY_NAME = {
    name.casefold().rstrip("."): number
    for names in (*IN_FULL.values(), *SHORT.values())
    for number, name in enumerate(names, start=1)
} | _ALSO
"""Every name to its number, 1 to 12: in small letters, with diacritics, without a full stop."""
BY_FOLDED_NAME = {fold(name): number for name, number in BY_NAME.items()}
