ENGLISH: dict[str, dict[str, tuple[str, ...]]] = {
    "subject": {
        "any": ("Application for the position of {job_title}", "Application for the advertised position"),
    },
    "recipient": {"any": ("Hiring team", "{job_company}")},
    "salutation": {
        "any": ("Dear hiring team at {job_company},", "Dear hiring team,"),
        "warm": ("Dear team at {job_company},", "Dear hiring team,"),
    },
    "opening": {
        "any": ("I am writing to apply for the position that you advertise.",),
        "professional": (
            "I am writing to apply for the position of {job_title} at {job_company}.",
            "I am writing to apply for the position of {job_title}.",
        ),
        "warm": (
            "It was with real interest that I read of the position of {job_title} at {job_company}, and I "
            "would be glad to be considered for it.",
            "It was with real interest that I read of the position of {job_title}, and I would be glad to "
            "be considered for it.",
        ),
        "confident": (
            "Please accept my application for the position of {job_title} at {job_company}; my record shows "
            "what I would bring to it.",
            "Please accept my application for the position of {job_title}; my record shows what I would "
            "bring to it.",
        ),
        "concise": (
            "I apply for the position of {job_title} at {job_company}.",
            "I apply for the position of {job_title}.",
        ),
    },
    "role_now": {"any": ("I currently work as {position} at {employer}.",)},
    "role_then": {"any": ("I have worked as {position} at {employer}.",)},
    "identity": {"any": ("I am {own}.",)},
    "about": {"any": ("In short: {quote}.",)},
    "bridge": {
        "professional": (
            "The following points from my career show what I would bring to this position.",
            "Allow me to set out, from my career so far, what speaks for this application.",
        ),
        "warm": ("Let me tell you a little of what I have done so far, and why I think that it fits.",),
        "confident": ("What I have done so far speaks for this application.",),
        "concise": ("From my career so far:",),
    },
    "first_now": {
        "any": (
            "At {employer}, where I work as {position}, I {verb} {rest}.",
            "In my present position as {position} at {employer}, I {verb} {rest}.",
        )
    },
    "first_now_gerund": {
        "any": ("At {employer}, where I work as {position}, my work includes {verb} {rest}.",)
    },
    "first_now_quoted": {
        "any": ("At {employer}, where I work as {position}, one line of my record reads: {quote}.",)
    },
    "first_then": {
        "any": (
            "As {position} at {employer}, I {verb} {rest}.",
            "Before that, as {position} at {employer}, I {verb} {rest}.",
        )
    },
    "first_then_gerund": {"any": ("As {position} at {employer}, my work included {verb} {rest}.",)},
    "first_then_quoted": {
        "any": ("From my time as {position} at {employer}, one line of my record reads: {quote}.",)
    },
    "plain": {"any": ("I {verb} {rest}.",)},
    "plain_gerund": {"any": ("My work has included {verb} {rest}.",)},
    "plain_quoted": {"any": ("One line of my record reads: {quote}.",)},
    "next": {
        "any": (
            "I also {verb} {rest}.",
            "In addition, I {verb} {rest}.",
            "Beyond that, I {verb} {rest}.",
            "Likewise, I {verb} {rest}.",
        )
    },
    "next_gerund": {
        "any": ("My work also covered {verb} {rest}.", "A further part of it was {verb} {rest}.")
    },
    "next_quoted": {"any": ("Another line reads: {quote}.", "And one more: {quote}.")},
    "project": {"any": ("In the project {project}, I {verb} {rest}.",)},
    "project_gerund": {"any": ("In the project {project}, my work included {verb} {rest}.",)},
    "project_quoted": {"any": ("Of the project {project}, my record says: {quote}.",)},
    "skills": {
        "any": ("For the work that you describe, I bring {list}.",),
        "concise": ("I bring {list}.",),
    },
    "school": {"any": ("My education: {items}.",)},
    "certificates": {"any": ("My certificates: {items}.",)},
    "languages": {"any": ("My languages: {items}.",)},
    "resume": {"any": ("A full account of my career, with dates and details, is in my resume.",)},
    "wish": {
        "professional": (
            "I would be pleased to put this experience to work for {job_company}.",
            "I would be pleased to put this experience to work for you.",
        ),
        "warm": (
            "It would make me happy to bring all of this to {job_company}.",
            "It would make me happy to bring all of this to your team.",
        ),
        "confident": (
            "I am certain that this experience would serve {job_company} well.",
            "I am certain that this experience would serve you well.",
        ),
    },
    "talk": {
        "professional": (
            "I would welcome the opportunity to discuss in an interview how I can contribute, and I am happy "
            "to provide further details, documents or references at any time.",
        ),
        "warm": (
            "I would love to meet you and to hear more about the team and the work, and I am happy to answer "
            "any question that my application leaves open.",
        ),
        "confident": (
            "I look forward to showing you in an interview how I would approach the position, and what "
            "you can "
            "expect from me in the first months.",
        ),
        "concise": ("I would welcome an interview.",),
    },
    "thanks": {
        "professional": ("Thank you for your time and consideration; I look forward to hearing from you.",),
        "warm": ("Thank you very much for taking the time to read this; I look forward to your reply.",),
        "confident": ("Thank you for your consideration; I look forward to our conversation.",),
        "concise": ("Thank you for your time.",),
    },
    "closing": {
        "any": ("Sincerely,",),
        "warm": ("With kind regards,",),
        "concise": ("Kind regards,",),
    },
}
