# ruff: noqa: E501, RUF001 - lines as the programs write them
"""Files of other programs, as they write them, about invented people."""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

Json = dict[str, Any]

REACTIVE_3: Json = {
    "public": False,
    "basics": {
        "name": "Noor van Dijk",
        "email": "noor@bakery.example",
        "phone": "020 555 0199",
        "headline": "Baker",
        "summary": "Bread since **1999**.\n\n- Sourdough first",
        "birthdate": "1980-01-02",
        "website": "https://noor.example",
        "profiles": [{"id": "1", "network": "GitHub", "username": "noor", "url": "https://github.com/noor"}],
        "location": {
            "address": "Kade 1",
            "postalCode": "1011",
            "city": "Amsterdam",
            "country": "NL",
            "region": "",
        },
        "photo": {"visible": True, "url": "https://noor.example/me.png", "filters": {"size": 1}},
    },
    "sections": {
        "work": {
            "id": "work",
            "name": "Work Experience",
            "type": "basic",
            "columns": 2,
            "visible": True,
            "items": [
                {
                    "id": "a",
                    "name": "Bakkerij Noord",
                    "position": "Head Baker",
                    "url": "https://noord.example",
                    "date": {"start": "2015-03-01T00:00:00.000Z", "end": ""},
                    "summary": "Runs the ovens.\n\n- Bakes 400 loaves a night\n- Leads *three* bakers",
                },
                None,
            ],
        },
        "education": {
            "items": [
                {
                    "institution": "ROC",
                    "degree": "MBO",
                    "area": "Baking",
                    "score": "8",
                    "date": {"start": "1997", "end": "1999"},
                    "courses": ["Pastry", None],
                }
            ]
        },
        "skills": {
            "items": [{"name": "Dough", "level": "Expert", "levelNum": 9, "keywords": ["Rye", "Spelt"]}]
        },
        "languages": {"items": [{"name": "Dutch", "level": "Native", "levelNum": 10}]},
        "volunteer": {
            "items": [
                {"organization": "Food bank", "position": "Baker", "date": {"start": "2020", "end": ""}}
            ]
        },
        "references": {"items": [{"name": "P. Bakker", "summary": "Never late.", "phone": "020 555 0100"}]},
    },
    "metadata": {"locale": "en", "template": "kakuna"},
}

REACTIVE_4: Json = {
    "basics": {
        "name": "Tomás Rivera",
        "headline": "Electrician",
        "email": "tomas@wires.example",
        "phone": "+34 600 000 000",
        "location": "Sevilla, España",
        "url": {"label": "", "href": "https://tomas.example"},
        "customFields": [
            {"id": "x", "icon": "car", "name": "Licence", "value": "B"},
            {"id": "y", "icon": "link", "name": "Shop", "value": "https://shop.example"},
        ],
        "picture": {"url": "https://tomas.example/me.jpg", "size": 120},
    },
    "sections": {
        "summary": {
            "name": "Summary",
            "id": "summary",
            "visible": True,
            "columns": 1,
            "separateLinks": True,
            "content": "<p>Keeps <strong>hospitals</strong> lit &amp; safe.</p><script>alert(1)</script>",
        },
        "experience": {
            "name": "Experience",
            "items": [
                {
                    "id": "e1",
                    "visible": True,
                    "company": "Luz del Sur",
                    "position": "Site Electrician",
                    "location": "Sevilla",
                    "date": "January 2019 to Present",
                    "summary": (
                        "<p>Hospital wards.</p><ul><li><p>Rewired 12 wards in <em>one</em> year.</p></li>"
                        '<li><p>See <a href="https://luz.example/wards">the wards</a>.</p></li></ul>'
                    ),
                    "url": {"label": "", "href": "https://luz.example"},
                },
                {"id": "e2", "visible": False, "company": "Obras", "position": "Helper", "date": "some day"},
            ],
        },
        "education": {
            "items": [
                {
                    "institution": "IES Triana",
                    "studyType": "FP II",
                    "area": "Electricidad",
                    "score": "",
                    "date": "2012",
                    "summary": "<p>Night school.</p>",
                    "url": {"label": "", "href": ""},
                }
            ]
        },
        "skills": {
            "items": [
                {"name": "Cabling", "description": "Advanced", "level": 4, "keywords": ["BT", "MT"]},
                {"name": "Ladders", "description": "", "level": 3, "keywords": []},
            ]
        },
        "languages": {"items": [{"name": "Spanish", "description": "Native", "level": 5}]},
        "certifications": {
            "items": [
                {
                    "name": "Carné de instalador",
                    "issuer": "Junta",
                    "date": "Mayo 2014",
                    "summary": "",
                    "url": {},
                }
            ]
        },
        "awards": {
            "items": [
                {"title": "Safest site", "awarder": "Gremio", "date": "2021", "summary": "<p>12 sites.</p>"}
            ]
        },
        "projects": {
            "items": [
                {
                    "name": "Solar roof",
                    "description": "Lead",
                    "date": "2020 - 2021",
                    "summary": "<p>A school roof.</p><ul><li>40 panels</li></ul>",
                    "keywords": ["PV"],
                    "url": {"label": "", "href": "https://roof.example"},
                }
            ]
        },
        "publications": {
            "items": [{"name": "Earthing", "publisher": "Voltio", "date": "2018", "summary": ""}]
        },
        "interests": {"items": [{"name": "Flamenco", "keywords": ["cajón"]}]},
        "volunteer": {"items": []},
        "references": {
            "visible": False,
            "items": [{"name": "Available upon request", "description": "", "summary": ""}],
        },
        "profiles": {
            "items": [
                {
                    "network": "LinkedIn",
                    "username": "tomas",
                    "icon": "linkedin",
                    "url": {"href": "https://linkedin.com/in/tomas"},
                }
            ]
        },
        "custom": {
            "c1": {
                "id": "c1",
                "name": "Tools",
                "items": [{"name": "Megger", "description": "Owned", "date": "2016"}],
            }
        },
    },
    "metadata": {"template": "glalie", "notes": ""},
}

REACTIVE_5: Json = {
    "picture": {"hidden": False, "url": ""},
    "basics": {
        "name": "Ines Lund",
        "headline": "Surveyor",
        "email": "ines@survey.example",
        "phone": "",
        "location": "Aarhus",
        "website": {"url": "https://ines.example", "label": ""},
        "customFields": [{"id": "z", "icon": "", "text": "Driving licence B", "link": ""}],
    },
    "summary": {"title": "", "columns": 1, "hidden": False, "content": "<p>Measures harbours.</p>"},
    "sections": {
        "experience": {
            "title": "",
            "columns": 1,
            "hidden": False,
            "items": [
                {
                    "id": "1",
                    "hidden": False,
                    "company": "Havn A/S",
                    "position": "",
                    "location": "Aarhus",
                    "period": "",
                    "website": {"url": "https://havn.example", "label": "", "inlineLink": True},
                    "description": "",
                    "roles": [
                        {
                            "id": "r1",
                            "position": "Lead",
                            "period": "2020 – Present",
                            "description": "<ul><li>Leads 5.</li></ul>",
                        },
                        {"id": "r2", "position": "Surveyor", "period": "2016 - 2020", "description": ""},
                    ],
                }
            ],
        },
        "education": {
            "items": [
                {
                    "school": "AU",
                    "degree": "MSc",
                    "area": "Geodesy",
                    "grade": "10",
                    "location": "Aarhus",
                    "period": "2011 - 2016",
                }
            ]
        },
        "skills": {"items": [{"name": "QGIS", "proficiency": "Advanced", "level": 4, "keywords": []}]},
        "languages": {"items": [{"language": "Danish", "fluency": "Native", "level": 5}]},
        "certifications": {
            "items": [{"title": "Drone pilot", "issuer": "EASA", "date": "2022-04", "description": ""}]
        },
        "volunteer": {
            "items": [
                {
                    "organization": "Sea rescue",
                    "location": "Aarhus",
                    "period": "2018",
                    "description": "<p>Crew.</p>",
                }
            ]
        },
    },
    "customSections": [
        {
            "id": "s",
            "title": "More work",
            "type": "experience",
            "items": [{"company": "Isbar", "position": "Waiter", "period": "2010"}],
        }
    ],
    "metadata": {"template": "onyx"},
}

RENDERCV: Json = {
    "cv": {
        "name": "Kofi Mensah",
        "headline": "Data engineer",
        "location": "Accra, Ghana",
        "email": "kofi@data.example",
        "phone": "+233 20 000 0000",
        "website": "https://kofi.example/",
        "photo": "me.jpg",
        "social_networks": [
            {"network": "LinkedIn", "username": "kofi-m"},
            {"network": "Mastodon", "username": "@kofi@social.example"},
        ],
        "sections": {
            "Welcome to my CV!": ["I build **pipelines**."],
            "summary": ["Ten years of data.", "Likes [dbt](https://getdbt.com)."],
            "experience": [
                {
                    "company": "Gold Coast Bank",
                    "position": "Data Engineer",
                    "location": "Accra",
                    "start_date": "2018-05",
                    "end_date": "present",
                    "summary": "Ledger data.",
                    "highlights": ["Moved *9* systems", "Halved costs"],
                    "url": "https://bank.example",
                },
                {"company": "Shop", "position": "Clerk", "date": "2012"},
            ],
            "education": [
                {
                    "institution": "KNUST",
                    "area": "Statistics",
                    "degree": "BSc",
                    "grade": "First",
                    "start_date": "2008",
                    "end_date": "2012-06",
                    "highlights": ["Dean's list"],
                }
            ],
            "selected_honors": [{"bullet": "Maths prize"}],
            "technologies": [{"label": "Languages", "details": "Python, SQL (Postgres, DuckDB), Rust"}],
            "Languages": [{"label": "Twi", "details": "Native"}],
            "certifications": [{"name": "CKA", "date": "2021-03", "summary": "CNCF"}],
            "awards": [{"number": "Hackathon winner"}, {"reversed_number": "Best talk"}],
            "projects": [
                {
                    "name": "Open rain",
                    "date": "Fall 2023",
                    "summary": "Rain data.",
                    "highlights": ["1,200 gauges"],
                }
            ],
            "publications": [
                {
                    "title": "Rain",
                    "authors": ["*Kofi Mensah*", "A. Other"],
                    "doi": "10.1000/rain",
                    "journal": "Water",
                    "date": "2020-07",
                }
            ],
            "volunteering": [{"company": "Code club", "position": "Mentor", "start_date": "2019"}],
            "Any Other Title": [{"label": "Boat", "details": "Licence"}],
            "Talks": ["Rain, 2021", "Sun, 2022"],
        },
    },
    "design": {"theme": "classic"},
    "locale": {"language": "en"},
}

LINKEDIN: dict[str, str] = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        'Mei,Tanaka,,,Jan 1,Nurse,"Ward nurse.\n""Calm"" under pressure.",Hospitals,,"Osaka, Japan",[meit],'
        '"[COMPANY:https://mei.example,PORTFOLIO:https://mei.example/work]",\n'
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\nold@mei.example,Yes,No,1/1/20\nmei@mei.example,Yes,Yes,1/1/24\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,+81 6 0000 0000,Mobile\n",
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Umeda Clinic,Charge Nurse,"Nights.\n• Leads 8 nurses\n- Cut falls by 30%",Osaka,Mar 2020,\n'
        "Umeda Clinic,Ward Nurse,,Osaka,Apr 2016,Feb 2020\n"
        ",,=HYPERLINK(1),,,\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\nOsaka University,2012,2016,Honours,BSc Nursing,Choir\n"
    ),
    "Skills.csv": "Name\nTriage\nWound care\n",
    "Languages.csv": "Name,Proficiency\nJapanese,Native or bilingual proficiency\n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\nACLS,https://aha.example,AHA,Jan 2023,Jan 2025,A-1\n"
    ),
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nHandover sheet,One page.,,Jan 2019,Jun 2019\n",
    "Honors.csv": "Title,Description,Issued On\nNurse of the year,For nights.,Nov 2021\n",
    "Courses.csv": "Name,Number\nPharmacology,N-201\n",
    "Volunteering.csv": (
        "Company Name,Role,Cause,Started On,Finished On,Description\nRed Cross,Driver,Health,Jun 2019,,Blood runs\n"
    ),
    "Recommendations_Received.csv": (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        "Ken,Sato,Umeda Clinic,Head Nurse,Steady hands.,2021,VISIBLE\nAya,Mori,Shop,Boss,Not shown.,2021,HIDDEN\n"
    ),
    "messages.csv": "FROM,TO,CONTENT\nme,you,secret\n",
    "Ad_Targeting.csv": "Member Age,Member Gender\n30,f\n",
}


def a_zip(files: dict[str, str] | dict[str, bytes] | None = None, *, bom: bool = True) -> bytes:
    """LinkedIn's own begins each file with a byte order mark."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in (LINKEDIN if files is None else files).items():
            data = text if isinstance(text, bytes) else (b"\xef\xbb\xbf" if bom else b"") + text.encode()
            archive.writestr(name, data)
    return buffer.getvalue()
