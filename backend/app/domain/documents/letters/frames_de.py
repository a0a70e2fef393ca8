GERMAN: dict[str, dict[str, tuple[str, ...]]] = {
    "subject": {"any": ("Bewerbung als {job_title}", "Bewerbung um die ausgeschriebene Stelle")},
    "recipient": {"any": ("Personalabteilung", "{job_company}")},
    "salutation": {
        "any": ("Sehr geehrte Damen und Herren,",),
        "warm": ("Guten Tag, liebes Team von {job_company},", "Guten Tag, liebes Team,"),
    },
    "opening": {
        "any": ("hiermit bewerbe ich mich um die ausgeschriebene Stelle.",),
        "professional": (
            "hiermit bewerbe ich mich um die Stelle als {job_title} bei {job_company}.",
            "hiermit bewerbe ich mich um die Stelle als {job_title}.",
        ),
        "warm": (
            "mit großem Interesse habe ich von der Stelle als {job_title} bei {job_company} gelesen und "
            "bewerbe "
            "mich gern darum.",
            "mit großem Interesse habe ich von der Stelle als {job_title} gelesen und bewerbe mich gern "
            "darum.",
        ),
        "confident": (
            "ich bewerbe mich um die Stelle als {job_title} bei {job_company}; was ich dafür mitbringe, "
            "zeigt mein "
            "bisheriger Weg.",
            "ich bewerbe mich um die Stelle als {job_title}; was ich dafür mitbringe, zeigt mein "
            "bisheriger Weg.",
        ),
        "concise": (
            "ich bewerbe mich als {job_title} bei {job_company}.",
            "ich bewerbe mich als {job_title}.",
        ),
    },
    "role_now": {"any": ("Zurzeit arbeite ich als {position} bei {employer}.",)},
    "role_then": {"any": ("Ich habe als {position} bei {employer} gearbeitet.",)},
    "identity": {"any": ("Ich bin {own}.",)},
    "about": {"any": ("Kurz gesagt: {quote}.",)},
    "bridge": {
        "professional": (
            "Die folgenden Punkte aus meinem Berufsleben zeigen, was ich für diese Stelle mitbringe.",
        ),
        "warm": ("Gern erzähle ich Ihnen, was ich bisher getan habe und warum es aus meiner Sicht passt.",),
        "confident": ("Was ich bisher getan habe, spricht für diese Bewerbung.",),
        "concise": ("Aus meinem bisherigen Berufsleben:",),
    },
    "first_now": {
        "any": (
            "Bei {employer}, wo ich als {position} arbeite, {verb} ich {rest}.",
            "In meiner jetzigen Stelle als {position} bei {employer} {verb} ich {rest}.",
        )
    },
    "first_now_quoted": {
        "any": ("Bei {employer}, wo ich als {position} arbeite, steht in meinem Lebenslauf: {quote}.",)
    },
    "first_then": {
        "any": (
            "Als {position} bei {employer} {verb} ich {rest}.",
            "Davor, als {position} bei {employer}, {verb} ich {rest}.",
        )
    },
    "first_then_quoted": {"any": ("Aus meiner Zeit als {position} bei {employer} nenne ich: {quote}.",)},
    "plain": {"any": ("Ich {verb} {rest}.",)},
    "plain_quoted": {"any": ("Aus meinem Lebenslauf nenne ich: {quote}.",)},
    "next": {
        "any": (
            "Außerdem {verb} ich {rest}.",
            "Darüber hinaus {verb} ich {rest}.",
            "Ebenso {verb} ich {rest}.",
            "Zudem {verb} ich {rest}.",
        )
    },
    "next_quoted": {"any": ("Hinzu kommt: {quote}.", "Ebenso zu nennen: {quote}.")},
    "project": {"any": ("Im Projekt {project} {verb} ich {rest}.",)},
    "project_quoted": {"any": ("Zum Projekt {project} nenne ich: {quote}.",)},
    "skills": {"any": ("Für die beschriebenen Aufgaben bringe ich mit: {list}.",)},
    "school": {"any": ("Meine Ausbildung: {items}.",)},
    "certificates": {"any": ("Meine Nachweise: {items}.",)},
    "languages": {"any": ("Meine Sprachen: {items}.",)},
    "resume": {
        "any": (
            "Alles Weitere zu meinem Werdegang finden Sie mit Daten und Einzelheiten in meinem Lebenslauf.",
        )
    },
    "wish": {
        "professional": (
            "Diese Erfahrung bringe ich gern bei {job_company} ein.",
            "Diese Erfahrung bringe ich gern bei Ihnen ein.",
        ),
        "warm": (
            "Ich würde mich freuen, all das bei {job_company} einzubringen.",
            "Ich würde mich freuen, all das in Ihr Team einzubringen.",
        ),
        "confident": (
            "Ich bin sicher, dass diese Erfahrung {job_company} nützt.",
            "Ich bin sicher, dass diese Erfahrung Ihnen nützt.",
        ),
    },
    "talk": {
        "professional": (
            "Gern erläutere ich Ihnen in einem persönlichen Gespräch, was ich beitragen kann, und reiche "
            "jederzeit "
            "weitere Unterlagen nach.",
        ),
        "warm": (
            "Ich freue mich darauf, Sie und das Team kennenzulernen, und beantworte gern jede Frage, die "
            "meine "
            "Bewerbung offenlässt.",
        ),
        "confident": (
            "In einem Gespräch zeige ich Ihnen gern, wie ich die Stelle angehen würde und was Sie in den "
            "ersten "
            "Monaten von mir erwarten dürfen.",
        ),
        "concise": ("Über eine Einladung zum Gespräch freue ich mich.",),
    },
    "thanks": {
        "any": ("Vielen Dank für Ihre Zeit; ich freue mich auf Ihre Antwort.",),
        "concise": ("Vielen Dank für Ihre Zeit.",),
    },
    "closing": {"any": ("Mit freundlichen Grüßen",), "warm": ("Mit herzlichen Grüßen",)},
}
