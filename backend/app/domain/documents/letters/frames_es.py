SPANISH: dict[str, dict[str, tuple[str, ...]]] = {
    "subject": {"any": ("Candidatura al puesto de {job_title}", "Candidatura al puesto anunciado")},
    "recipient": {"any": ("Departamento de selección", "{job_company}")},
    "salutation": {
        "any": ("Estimado equipo de selección de {job_company}:", "Estimado equipo de selección:"),
    },
    "opening": {
        "any": ("Me dirijo a ustedes para presentar mi candidatura al puesto anunciado.",),
        "professional": (
            "Me dirijo a ustedes para presentar mi candidatura al puesto de {job_title} en {job_company}.",
            "Me dirijo a ustedes para presentar mi candidatura al puesto de {job_title}.",
        ),
        "warm": (
            "He leído con verdadero interés su anuncio para el puesto de {job_title} en {job_company} y me "
            "alegraría que tuvieran en cuenta mi candidatura.",
            "He leído con verdadero interés su anuncio para el puesto de {job_title} y me alegraría que "
            "tuvieran en cuenta mi candidatura.",
        ),
        "confident": (
            "Presento mi candidatura al puesto de {job_title} en {job_company}; mi trayectoria muestra "
            "lo que "
            "puedo aportar.",
            "Presento mi candidatura al puesto de {job_title}; mi trayectoria muestra lo que puedo aportar.",
        ),
        "concise": (
            "Solicito el puesto de {job_title} en {job_company}.",
            "Solicito el puesto de {job_title}.",
        ),
    },
    "role_now": {"any": ("Actualmente trabajo como {position} en {employer}.",)},
    "role_then": {"any": ("He trabajado como {position} en {employer}.",)},
    "identity": {"any": ("Soy {own}.",)},
    "about": {"any": ("En pocas palabras: {quote}.",)},
    "bridge": {
        "professional": ("Los siguientes puntos de mi trayectoria muestran lo que aportaría a este puesto.",),
        "warm": ("Permítanme contarles lo que he hecho hasta ahora y por qué creo que encaja.",),
        "confident": ("Lo que he hecho hasta ahora habla por esta candidatura.",),
        "concise": ("De mi trayectoria:",),
    },
    "first_now": {
        "any": (
            "En {employer}, donde trabajo como {position}, {verb} {rest}.",
            "En mi puesto actual de {position} en {employer}, {verb} {rest}.",
        )
    },
    "first_now_quoted": {
        "any": (
            "En {employer}, donde trabajo como {position}, mi trayectoria incluye lo siguiente: {quote}.",
        )
    },
    "first_then": {
        "any": (
            "Como {position} en {employer}, {verb} {rest}.",
            "Anteriormente, como {position} en {employer}, {verb} {rest}.",
        )
    },
    "first_then_quoted": {
        "any": ("De mi etapa como {position} en {employer} destaco lo siguiente: {quote}.",)
    },
    "plain": {"any": ("Por mi parte, {verb} {rest}.",)},
    "plain_quoted": {"any": ("De mi trayectoria destaco lo siguiente: {quote}.",)},
    "next": {
        "any": (
            "También {verb} {rest}.",
            "Además, {verb} {rest}.",
            "Asimismo, {verb} {rest}.",
            "Por otra parte, {verb} {rest}.",
        )
    },
    "next_quoted": {"any": ("A ello se suma: {quote}.", "También cabe citar: {quote}.")},
    "project": {"any": ("En el proyecto {project}, {verb} {rest}.",)},
    "project_quoted": {"any": ("Del proyecto {project} destaco lo siguiente: {quote}.",)},
    "skills": {"any": ("Para las tareas que describen, aporto: {list}.",)},
    "school": {"any": ("Mi formación: {items}.",)},
    "certificates": {"any": ("Mis certificados: {items}.",)},
    "languages": {"any": ("Mis idiomas: {items}.",)},
    "resume": {"any": ("Mi currículum recoge el resto de mi trayectoria, con fechas y detalles.",)},
    "wish": {
        "professional": (
            "Con gusto pondría esta experiencia al servicio de {job_company}.",
            "Con gusto pondría esta experiencia a su servicio.",
        ),
        "warm": (
            "Me haría ilusión aportar todo esto a {job_company}.",
            "Me haría ilusión aportar todo esto a su equipo.",
        ),
        "confident": (
            "Tengo la certeza de que esta experiencia sería útil para {job_company}.",
            "Tengo la certeza de que esta experiencia les sería útil.",
        ),
    },
    "talk": {
        "professional": (
            "Quedo a su disposición para explicarles en una entrevista lo que puedo aportar y para "
            "enviarles en "
            "cualquier momento la documentación que deseen.",
        ),
        "warm": (
            "Me encantaría conocerles y saber más del equipo y del trabajo, y responderé con gusto a "
            "cualquier "
            "pregunta que mi candidatura deje abierta.",
        ),
        "confident": (
            "En una entrevista les mostraré con gusto cómo abordaría el puesto y qué pueden esperar de "
            "mí desde "
            "los primeros meses.",
        ),
        "concise": ("Quedo a su disposición para una entrevista.",),
    },
    "thanks": {
        "any": ("Les agradezco su tiempo y quedo a la espera de su respuesta.",),
        "concise": ("Gracias por su tiempo.",),
    },
    "closing": {"any": ("Atentamente,",), "warm": ("Un cordial saludo,",)},
}
