# ruff: noqa: E501, RUF001 - texts stand in their own letters, a statement a line
"""Resumes in other alphabets than plain English needs."""

from app.domain.documents.content import DocumentContent, SectionKind
from tests.builders.documents import a_document, a_header, an_entry, contacts_of, entries, paragraphs, skills


def greek() -> DocumentContent:
    return a_document(
        paragraphs(
            "Περίληψη", "Πολιτικός μηχανικός με δεκαετή πείρα σε έργα οδοποιίας και λιμενικά έργα στο Αιγαίο."
        ),
        entries(
            "Επαγγελματική εμπειρία",
            an_entry(
                "Υπεύθυνη εργοταξίου",
                "Τεχνική Αιγαίου Α.Ε.",
                "Ρόδος, Ελλάδα",
                "Μάρ 2018 - Σήμερα",
                bullets=(
                    "Διευθύνω συνεργείο 34 ατόμων στην ανακατασκευή του προβλήτα· παράδοση δύο μήνες νωρίτερα.",
                    "Μείωσα τις απώλειες σκυροδέματος κατά 12 % με καθημερινό έλεγχο στις παραδόσεις.",
                ),
            ),
            an_entry(
                "Μηχανικός μελετών",
                "Γραφείο Ιωάννου & Υιοί",
                "Αθήνα",
                "Σεπ 2013 - Φεβ 2018",
                bullets=("Υπολόγισα έντεκα γέφυρες μικρού ανοίγματος· ΐ και ΰ μένουν στη θέση τους.",),
            ),
        ),
        entries(
            "Σπουδές",
            an_entry(
                "Δίπλωμα Πολιτικού Μηχανικού",
                "Πανεπιστήμιο Πατρών",
                "Πάτρα",
                "2008 - 2013",
                details=("Βαθμός 8,4",),
            ),
            kind=SectionKind.EDUCATION,
        ),
        skills(
            "Δεξιότητες",
            Λογισμικό=("σχεδίαση", "χρονοπρογραμματισμός", "AutoCAD"),
            Γλώσσες=("ελληνικά", "αγγλικά", "ἀρχαία ἑλληνική"),
        ),
        header=a_header(
            "Ελένη Παπαϊωάννου",
            "Πολιτικός Μηχανικός",
            *contacts_of("eleni@papaioannou.example", "+30 22410 55501", "Ρόδος, Ελλάδα"),
        ),
        language="el",
    )


def cyrillic() -> DocumentContent:
    return a_document(
        paragraphs(
            "О себе",
            "Инженер по качеству с девятью годами опыта в пищевой промышленности; люблю, когда цифры сходятся.",
        ),
        entries(
            "Опыт работы",
            an_entry(
                "Ведущий инженер по качеству",
                "Молочный завод «Заря»",
                "Вологда",
                "март 2017 - настоящее время",
                bullets=(
                    "Сократила долю брака с 3,1 % до 0,8 % за два года, введя проверку каждой партии на входе.",
                    "Обучила 46 сотрудников трёх цехов; объём ручных записей уменьшился вдвое.",
                ),
            ),
            an_entry(
                "Лаборантка",
                "Хлебокомбінат «Їжак»",
                "Чернігів",
                "2013 - 2017",
                bullets=(
                    "Вела журнал випробувань: понад 5 000 проб, жодної втраченої; ґрунтовна звітність.",
                ),
            ),
            an_entry(
                "Стажёр",
                "Љубичица д.о.о.",
                "Ниш",
                "2012",
                bullets=("Помагала у припреми џема и ђумбира; ћирилица се чита.",),
            ),
        ),
        skills(
            "Навыки",
            Методы=("ХАССП", "ISO 22000", "статистический контроль"),
            Языки=("русский", "украинский", "сербский"),
        ),
        header=a_header(
            "Анна Щербакова",
            "Инженер по качеству",
            *contacts_of("anna@shcherbakova.example", "+7 8172 555 01 12", "Вологда"),
        ),
        language="ru",
    )


def diacritics() -> DocumentContent:
    return a_document(
        paragraphs(
            "Profil",
            "Łucja pracuje w źródłach; Çağrı İşık, Þórður Ægisson, Nguyễn Thị Ánh, Țăndărei, Dvořák, Ångström.",
        ),
        entries(
            "Doświadczenie",
            an_entry(
                "Główna księgowa",
                "Żółta Łódź Sp. z o.o.",
                "Łódź",
                "wrz 2016 – obecnie",
                bullets=(
                    "Zamknięcie miesiąca w 3 dni zamiast 9; œuvre, naïveté, straße, fjörð, ħobż, ķēniņš, ŝanĝo.",
                    "Prześledziła ½ miliona zł różnic – „grosz do grosza”.",
                ),
            ),
        ),
        skills("Umiejętności", Języki=("polski", "čeština", "türkçe", "tiếng Việt")),
        header=a_header(
            "Łucja Brzęczyszczykiewicz-Ståhl",
            "Główna księgowa",
            *contacts_of("lucja@brzeczyszczykiewicz.example", "+48 42 555 01 90", "Łódź, Polska"),
        ),
        language="pl",
    )
