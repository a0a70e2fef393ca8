# ruff: noqa: E501 - a line a paragraph, as postings come
"""One posting to a trade, in the loose prose of job boards, by the careers that are of that trade."""

NURSE = """Registered Nurse - Medical/Surgical Unit
Lakeview Regional Hospital, Dayton, OH
Lakeview Regional is a 310-bed community hospital. The RN plans and gives care to a group of five to six patients, works with physicians and therapists, educates patients and families and documents in the electronic health record.
Requirements:
Current state RN license
BLS certification required, ACLS within six months of hire
One year of acute care nursing experience preferred
Experience with medication administration, wound care and patient assessment
BSN preferred
Full time nights, 36 hours per week. We offer medical, dental and vision insurance."""

ACCOUNTANT = """Staff Accountant
Brightwater Holdings is looking for a detail oriented Staff Accountant to join our corporate accounting team. You will prepare journal entries, reconcile bank and balance sheet accounts, assist with the month end close, keep fixed asset schedules, and support the annual audit. The ideal candidate has a Bachelor's degree in Accounting, 2-4 years of experience in general ledger accounting, strong Excel skills and a good understanding of GAAP. Experience with NetSuite or QuickBooks and accounts payable is a plus. CPA or CPA candidate preferred."""

TEACHER = """Secondary Mathematics Teacher
Ashgrove Academy seeks a qualified teacher to teach mathematics across Key Stages 3 and 4 from September. You will plan lessons, assess pupils' progress, work with parents and take part in the pastoral life of the school.
Essential
Qualified Teacher Status
Degree in mathematics or a related subject
Evidence of good classroom management
Commitment to safeguarding children
Desirable
Experience of teaching A level
Experience of pupils with special educational needs"""

DEVELOPER = """Backend Developer (Python)
We are a payments company of 60 people building APIs that thousands of shops rely on. As a backend developer you design, write and run services, review code and share the on-call rota.
What you bring
3+ years of software development
Strong Python, ideally with Django or FastAPI
SQL databases such as PostgreSQL
Experience with Docker, CI/CD and cloud platforms (AWS)
Understanding of REST APIs and automated testing
Nice to have
Kubernetes, Kafka
Experience in fintech"""

ANALYST = """Data Analyst
You turn data from our shops into answers. The data analyst writes SQL, builds dashboards in Tableau or Power BI, runs A/B tests and explains the findings to managers.
Qualifications: Bachelor's degree in statistics, economics or a similar field; 2+ years of experience in data analysis; advanced SQL and Excel; Python or R; data visualization; knowledge of statistics and hypothesis testing."""

CHEF = """Sous Chef
The Copper Pan, Denver. We are a scratch kitchen of 90 seats. The sous chef leads the line during dinner service, trains cooks, writes specials, orders produce, controls food cost and keeps the kitchen clean and safe under HACCP.
You have 3 years of experience in a busy restaurant kitchen, two of them leading. Food safety certification such as ServSafe. Knowledge of butchery, sauces and menu planning. You can stand for ten hours and lift 50 pounds."""

DRIVER = """Class A CDL Driver - Regional
Haul dry van freight across five states, home every weekend. Inspect the tractor and trailer before and after each trip, secure loads, keep logs by electronic logging device and follow DOT hours of service.
Must have: valid Class A CDL, 1 year of tractor-trailer experience, clean driving record, current DOT medical card. Hazmat endorsement is a plus."""

ELECTRICIAN = """Electrician - Commercial
Northgate Electric installs and maintains wiring, panels, conduit, lighting and fire alarms in offices and schools. You read blueprints, bend conduit, troubleshoot circuits and work to the electrical code.
Requirements: journeyman electrician license; 4 years of experience in commercial electrical installation; own hand tools; OSHA 10; valid driver's license. PLC or solar experience is an advantage."""

HOTEL = """Front Office Manager
Harbour Grand Hotel, 180 rooms. The front office manager leads reception and concierge, handles guest complaints, forecasts occupancy, checks night audit and works with housekeeping and revenue management.
Candidates need at least 3 years in hotel front office operations, one in a supervisory role; experience with Opera PMS; excellent guest service; a second language is desirable; diploma in hospitality management preferred."""

PHARMACIST = """Pharmacist
Community pharmacy in Leeds. Dispense prescriptions accurately, check for interactions, counsel patients about their medicines, give flu vaccinations, supervise pharmacy technicians and keep controlled drugs records.
Registration with the GPhC is essential. Master of Pharmacy degree. Experience in a community pharmacy and knowledge of clinical services desirable."""

SALES = """Account Executive, Mid-Market
We sell scheduling software to clinics. You prospect, run demos, negotiate and close new business, and forecast in Salesforce. Our account executives carry an annual quota.
You have 3+ years of B2B sales experience, a record of exceeding quota, experience with a CRM such as Salesforce or HubSpot, skill in cold calling and pipeline management. SaaS experience preferred."""

SOCIAL = """Social Worker - Children and Families
Carry a caseload of children in need and child protection plans, carry out assessments, write court reports, visit families at home and work with schools, health and police.
Essential: degree in social work, registration as a social worker, experience of safeguarding and risk assessment, driving licence. Desirable: experience of fostering or domestic abuse work."""

WAREHOUSE = """Warehouse Supervisor
Distribution center with 45 associates. Supervise receiving, picking, packing and shipping, plan shifts, keep inventory accurate with cycle counts, drive safety and coach the team.
Requires 3 years in warehouse or distribution operations, forklift certification, knowledge of a warehouse management system, and Excel. Lean or 5S experience preferred."""

FARMER = """Farm Manager - Mixed Arable and Livestock
Run 400 hectares of cereals and a herd of suckler cows. Plan crop rotation, spraying, harvest and feeding, maintain tractors and machinery, keep records for inspection and manage two workers.
We ask for an agricultural qualification, five years of farm management, a certificate for pesticide spraying, and tractor and combine driving."""

DESIGNER = """Product Designer
Design the mobile and web experience of our banking app from research to pixel. You sketch, prototype in Figma, run usability tests, keep the design system and work with engineers.
Needed: 3+ years of UX/UI design, a portfolio, Figma, wireframing, prototyping, user research. Motion design is welcome."""

ENGINEER = """Mechanical Design Engineer
Develop pump housings from concept to series. 3D CAD in SolidWorks or CATIA, tolerance analysis, FEA, drawings, prototypes and supplier contacts.
A degree in mechanical engineering, 3 years of experience in mechanical design, knowledge of GD&T, sheet metal and injection moulding, and manufacturing processes are expected."""

HAIRDRESSER = """Hair Stylist
Busy salon in the city centre looks for a stylist for cutting, colouring, highlights, blow-drying and styling, with a feel for consultation and retail of hair products.
A completed hairdressing qualification, two years in a salon, balayage and colour correction."""

RECRUITING = """HR Business Partner
Advise managers on employee relations, performance, recruitment, onboarding and employment law; run talent reviews and the annual salary round; keep HR data in Workday.
A degree in human resources or business, 5 years of experience in human resources, knowledge of employment law, CIPD or SHRM certification preferred."""

JOURNALIST = """Reporter, Local News
Find and write stories for our daily paper and website, cover council meetings and courts, interview people, check facts, take photos and short video, and post to social media.
Two years of newsroom experience, news writing, media law, shorthand welcome, degree or diploma in journalism."""

LAWYER = """Associate Attorney - Commercial Litigation
Draft pleadings, motions and briefs, conduct legal research and discovery, take depositions and appear in court.
J.D. from an accredited law school, admission to the state bar, 2-5 years of litigation experience, strong legal writing, Westlaw or LexisNexis."""

MECHANIC = """Automotive Technician
Diagnose and repair brakes, engines, transmissions, suspension and electrical systems on cars and light trucks, perform inspections and maintenance, and write up work orders.
ASE certification, 3 years as a mechanic in a workshop, own tools, diagnostic scanners, driver's license."""

PARAMEDIC = """Paramedic
Respond to 911 emergency calls on an ambulance, assess and treat patients, give medication, manage airways and cardiac arrests, drive the ambulance and hand over at the emergency department.
State paramedic license, ACLS and PALS, BLS, valid driver's licence, one year of EMS experience."""

RESEARCHER = """Research Scientist, Cell Biology
Plan and run experiments on cell lines, PCR, flow cytometry, microscopy, western blot; analyse data in R or Python; write papers and grant proposals and supervise students.
PhD in biology, biochemistry or a related field; publications; experience in cell culture and molecular biology."""

OWN_TRADE = {
    "open_accountant": ACCOUNTANT,
    "open_analyst": ANALYST,
    "open_chef": CHEF,
    "open_developer": DEVELOPER,
    "open_driver": DRIVER,
    "open_electrician": ELECTRICIAN,
    "open_farmer": FARMER,
    "open_hotel": HOTEL,
    "open_nurse": NURSE,
    "open_pharmacist": PHARMACIST,
    "open_sales": SALES,
    "open_socialworker": SOCIAL,
    "open_teacher": TEACHER,
    "open_warehouse": WAREHOUSE,
    "open_designer": DESIGNER,
    "open_engineer": ENGINEER,
    "open_hairdresser": HAIRDRESSER,
    "open_hr": RECRUITING,
    "open_journalist": JOURNALIST,
    "open_lawyer": LAWYER,
    "open_mechanic": MECHANIC,
    "open_paramedic": PARAMEDIC,
    "open_researcher": RESEARCHER,
}
"""The posting for each of the careers of the truth corpus."""
