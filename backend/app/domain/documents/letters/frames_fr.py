FRENCH: dict[str, dict[str, tuple[str, ...]]] = {
    "subject": {"any": ("Candidature au poste « {job_title} »", "Candidature au poste proposé")},
    "recipient": {"any": ("Service des ressources humaines", "{job_company}")},
    "salutation": {"any": ("Madame, Monsieur,",)},
    "opening": {
        "any": ("Je vous adresse ma candidature au poste proposé.",),
        "professional": (
            "Je vous adresse ma candidature au poste « {job_title} » chez {job_company}.",
            "Je vous adresse ma candidature au poste « {job_title} ».",
        ),
        "warm": (
            "C'est avec un réel intérêt que j'ai lu votre annonce pour le poste « {job_title} » chez "
            "{job_company}, "
            "et je vous adresse volontiers ma candidature.",
            "C'est avec un réel intérêt que j'ai lu votre annonce pour le poste « {job_title} », et je vous "
            "adresse volontiers ma candidature.",
        ),
        "confident": (
            "Je présente ma candidature au poste « {job_title} » chez {job_company} ; mon parcours "
            "montre ce que "
            "je peux y apporter.",
            "Je présente ma candidature au poste « {job_title} » ; mon parcours montre ce que je peux y "
            "apporter.",
        ),
        "concise": (
            "Je postule au poste « {job_title} » chez {job_company}.",
            "Je postule au poste « {job_title} ».",
        ),
    },
    "role_now": {"any": ("Je travaille actuellement comme {position} ({employer}).",)},
    "role_then": {"any": ("J'ai travaillé comme {position} ({employer}).",)},
    "identity": {"any": ("Je suis {own}.",)},
    "about": {"any": ("En bref : {quote}.",)},
    "bridge": {
        "professional": (
            "Voici, tirés de mon parcours, les points qui montrent ce que j'apporterais à ce poste.",
        ),
        "warm": (
            "Permettez-moi de vous dire ce que j'ai fait jusqu'ici et pourquoi je crois que cela convient.",
        ),
        "confident": ("Ce que j'ai fait jusqu'ici parle pour cette candidature.",),
        "concise": ("De mon parcours :",),
    },
    "first_now": {"any": ("Dans mon poste actuel ({position}, {employer}), j'ai {verb} {rest}.",)},
    "first_now_quoted": {"any": ("De mon poste actuel ({position}, {employer}), je cite ceci : {quote}.",)},
    "first_then": {
        "any": (
            "Comme {position} ({employer}), j'ai {verb} {rest}.",
            "Auparavant, comme {position} ({employer}), j'ai {verb} {rest}.",
        )
    },
    "first_then_quoted": {"any": ("D'un poste antérieur ({position}, {employer}), je cite ceci : {quote}.",)},
    "plain": {"any": ("J'ai {verb} {rest}.",)},
    "plain_quoted": {"any": ("De mon parcours, je retiens ceci : {quote}.",)},
    "next": {
        "any": (
            "J'ai également {verb} {rest}.",
            "De plus, j'ai {verb} {rest}.",
            "Par ailleurs, j'ai {verb} {rest}.",
            "De même, j'ai {verb} {rest}.",
        )
    },
    "next_quoted": {"any": ("S'y ajoute ceci : {quote}.", "À citer également : {quote}.")},
    "project": {"any": ("Dans le projet {project}, j'ai {verb} {rest}.",)},
    "project_quoted": {"any": ("Du projet {project}, je retiens ceci : {quote}.",)},
    "skills": {"any": ("Pour les tâches que vous décrivez, j'apporte : {list}.",)},
    "school": {"any": ("Ma formation : {items}.",)},
    "certificates": {"any": ("Mes certificats : {items}.",)},
    "languages": {"any": ("Mes langues : {items}.",)},
    "resume": {"any": ("Mon curriculum vitae donne le détail de mon parcours, dates comprises.",)},
    "wish": {
        "professional": (
            "Je mettrais volontiers cette expérience au service de {job_company}.",
            "Je mettrais volontiers cette expérience à votre service.",
        ),
        "warm": (
            "J'aurais grand plaisir à apporter tout cela à {job_company}.",
            "J'aurais grand plaisir à apporter tout cela à votre équipe.",
        ),
        "confident": (
            "Cette expérience, j'en ai la certitude, servirait {job_company}.",
            "Cette expérience, j'en ai la certitude, vous servirait.",
        ),
    },
    "talk": {
        "professional": (
            "Je me tiens à votre disposition pour vous exposer, lors d'un entretien, ce que je peux "
            "apporter, et "
            "vous ferai parvenir à tout moment les documents que vous souhaiteriez.",
        ),
        "warm": (
            "J'aurais plaisir à faire votre connaissance et celle de l'équipe, et je répondrai "
            "volontiers à toute "
            "question que ma candidature laisserait ouverte.",
        ),
        "confident": (
            "Je vous montrerai volontiers, lors d'un entretien, comment j'aborderais ce poste et ce que vous "
            "pouvez attendre de moi dès les premiers mois.",
        ),
        "concise": ("Je reste à votre disposition pour un entretien.",),
    },
    "thanks": {
        "any": ("Je vous remercie de l'attention portée à ma candidature.",),
        "concise": ("Merci de votre attention.",),
    },
    "closing": {
        "any": ("Je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",),
        "warm": ("Bien cordialement,",),
        "concise": ("Cordialement,",),
    },
}
