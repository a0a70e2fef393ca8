"""Amounts that no source gives, and that follow from those it gives; each beside one that does not."""

import pytest

from tests.unit.documents.test_facts_amounts import amounts_hold

_GOAL = "Signed 264 members in 2022 against a goal of 220"
_RAISED = "Raised $86,000 for the shelter against a target of $70,000"
_EARLY = "Finished the roof in 9 weeks instead of the planned 12"
_SPENT = "Delivered the festival £7,000 under its £90,000 budget"


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (_GOAL, "Signed 264 members in 2022, 44 over the goal", "Signed 264 members, 64 over the goal"),
        (_GOAL, "Beat the goal of 220 members by 20%", "Beat the goal of 220 members by 40%"),
        (_GOAL, "Reached 120% of the goal", "Reached 140% of the goal"),
        (_GOAL, "Beat a goal of 220 members by 44", "Missed a goal of 220 members by 44"),
        (_GOAL, "Signed 264 members", "Signed 220 members"),
        (_RAISED, "Beat the target by $16,000", "Beat the target by $26,000"),
        (_RAISED, "Surpassed a $70,000 target by $16,000", "Surpassed an $86,000 target by $16,000"),
        (_RAISED, "Raised nearly a quarter more than the target", "Raised nearly half more than the target"),
        (_EARLY, "Finished the roof three weeks early", "Finished the roof three weeks late"),
        (_EARLY, "Finished the roof 3 weeks ahead of plan", "Finished the roof 9 weeks ahead of plan"),
        (_EARLY, "Finished in 9 weeks instead of 12", "Finished in 12 weeks instead of 9"),
        (_EARLY, "Finished a quarter faster than planned", "Finished a third faster than planned"),
        (
            "Digitised the slides in 14 months, two months ahead of plan",
            "Digitised the slides in 14 months instead of the planned 16",
            "Digitised the slides in 14 months instead of the planned 18",
        ),
        (_SPENT, "Delivered the festival for £83,000", "Delivered the festival for £97,000"),
        (_SPENT, "Spent £83,000 of a £90,000 budget", "Spent £73,000 of a £90,000 budget"),
    ],
)
def test_what_is_left_between_a_result_and_its_goal_is_worked_out(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "Treated 360 horses in 2021",
            "Treated an average of 30 horses a month in 2021",
            "Treated an average of 60 horses a month in 2021",
        ),
        (
            "Treated 360 horses in 2021",
            "Treated about 30 horses a month in 2021",
            "Treated about 30 horses a week in 2021",
        ),
        (
            "Repaired 120 bicycles worth $36,000 in total",
            "Repaired 120 bicycles worth $300 each on average",
            "Repaired 120 bicycles worth $36,000 each",
        ),
        (
            "Taught 4 evening courses with 96 learners altogether",
            "Taught four evening courses averaging 24 learners",
            "Taught four evening courses averaging 34 learners",
        ),
        (
            "Serviced 52 boilers a year",
            "Serviced four to five boilers a month",
            "Serviced six to seven boilers a month",
        ),
        (
            "Wrote about 24 leaflets a month",
            "Wrote five to six leaflets a week",
            "Wrote ten to twelve leaflets a week",
        ),
        ("Clean 16 rooms a shift, five shifts a week", "Clean 80 rooms a week", "Clean 160 rooms a week"),
        (
            "Grade about 60 diamonds a day",
            "Grade about 300 diamonds over five days",
            "Grade about 600 diamonds over five days",
        ),
        (
            "Cleared a backlog of 900 cases in five months",
            "Cleared 180 cases a month for five months",
            "Cleared 280 cases a month for five months",
        ),
        (
            "Built 14 timber houses between 2016 and 2019",
            "Built between four and five timber houses a year from 2016 to 2019",
            "Built between six and seven timber houses a year from 2016 to 2019",
        ),
        (
            "Lectured to students in 3 groups of 30",
            "Lectured to 90 students",
            "Lectured to 120 students",
        ),
        ("Handle 40 to 50 returns a day", "Handle 40-50 returns a day", "Handle 50 to 60 returns a day"),
        (
            "Mapped 40 caves on four expeditions",
            "Mapped an average of ten caves per expedition",
            "Mapped an average of 14 caves per expedition",
        ),
    ],
)
def test_an_average_and_what_a_rate_comes_to_are_worked_out(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "Looked after 5 ponies and 3 donkeys",
            "Looked after eight animals, 5 ponies and 3 donkeys",
            "Looked after nine animals, 5 ponies and 3 donkeys",
        ),
        (
            "Serviced 14 lifts and 6 escalators",
            "Serviced 20 lifts and escalators",
            "Serviced 20 lifts",
        ),
        (
            "Work beside 5 engineers and 2 testers",
            "Work in a team of seven: five engineers and two testers",
            "Work in a team of nine: five engineers and two testers",
        ),
        ("Rebuilt 12 engines in 2019 and 15 in 2020", "Rebuilt 27 engines", "Rebuilt 37 engines"),
        (
            "Rebuilt 12 engines in 2019 and 15 in 2020",
            "Rebuilt 27 engines in 2019 and 2020",
            "Rebuilt 27 engines in 2020",
        ),
        ("Chose new tills for both branches", "New tills for two branches", "New tills for three branches"),
        (
            "Ran the bar for the summer fairs of 2018 and 2019",
            "Ran the bar for two summer fairs",
            "Ran the bar for three summer fairs",
        ),
        (
            "Won the bread prize in 2019, 2020 and 2021",
            "Won the bread prize three times",
            "Won the bread prize four times",
        ),
        (
            "Won the bread prize in 2019, 2020 and 2021",
            "Won the bread prize three years in a row",
            "Won the bread prize five years in a row",
        ),
        ("Chaired the council twice", "Chaired the council two times", "Chaired the council three times"),
        (
            "Installed kiosks in Leeds, Hull, York and Ripon",
            "Installed kiosks in four towns",
            "Installed four kiosks in Leeds",
        ),
        (
            "Translated brochures into Dutch, Danish and Polish",
            "Translated brochures into three languages",
            "Translated three brochures into Dutch",
        ),
    ],
)
def test_what_a_source_lists_is_counted(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "Placed 45 of 48 apprentices in jobs",
            "Placed all but three of 48 apprentices in jobs",
            "Placed all but five of 48 apprentices in jobs",
        ),
        ("Closed 64 of the 80 audits", "Closed all but 16 of the 80 audits", "Closed all but 6 of 80 audits"),
        ("Handle parcels, 4% of them damaged", "One parcel in 25 is damaged", "One parcel in 15 is damaged"),
        (
            "Handle 1,100 parcels a day, about 4% of them damaged",
            "Handle 1,100 parcels a day, of which about 44 are damaged",
            "Handle 1,100 parcels a day, of which about 440 are damaged",
        ),
        (
            "Photographed 65 weddings, 20 of them abroad",
            "Photographed 20 weddings abroad and 45 others",
            "Photographed 30 weddings abroad and 35 others",
        ),
        ("Cut errors by 35%", "Brought errors down by 35%", "Brought errors down to 35%"),
        ("Cut returns from 22% to 13%", "Cut returns by two fifths", "Cut returns by three fifths"),
        (
            "Cut the queue from 24 minutes to 7 minutes",
            "Made the queue less than a third as long",
            "Made the queue less than a quarter as long",
        ),
        ("Cut losses from 6.5% to 4%", "Cut losses by over a third", "Cut losses by over half"),
        ("Cut losses from 6.5% to 4%", "Improved losses by 2.5 points, to 4%", "Raised losses to 4%"),
        ("Raised the rating from 3.9 to 4.6", "Rating up by 0.7 points", "Rating up by 1.7 points"),
        (
            "Passed five checks with a score above 90",
            "Passed five checks with over 90 points",
            "Passed five checks with over 95 points",
        ),
        ("Won a $1.4M account", "Won a seven-figure account", "Won an eight-figure account"),
        ("Managed a grant of €480,000", "Managed a six-figure grant", "Managed a five-figure grant"),
        (
            "Sales grew from £8 million to £14 million",
            "Sales grew from eight to fourteen million pounds",
            "Sales grew from six to fourteen million pounds",
        ),
        (
            "Managed a budget of £250,000",
            "Managed a quarter-of-a-million-pound budget",
            "Managed a half-million-pound budget",
        ),
    ],
)
def test_rests_parts_and_points_are_worked_out(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "Mapped 40 caves on four trips",
            "Mapped 40 caves over four trips",
            "Mapped 40 caves over two trips",
        ),
        (
            "Mapped 40 caves on four trips",
            "Over four trips in Georgia, mapped 40 caves",
            "Over 40 caves mapped on four trips",
        ),
        (
            "Rehoused 210 families in eleven weeks",
            "Rehoused 210 families over eleven weeks after the flood",
            "Rehoused 210 families over nine weeks after the flood",
        ),
        (
            "A laboratory with 16 technicians on two shifts",
            "One of 16 technicians, spread over two shifts",
            "One of over 16 technicians on two shifts",
        ),
        ("Answered within 48 hours", "Answered in 48 hours or less", "Answered in 24 hours or less"),
        ("Answered within 48 hours", "Answered in under two days", "Answered in over two days"),
        (
            "Answered within 48 hours",
            "No caller waited more than 48 hours",
            "No caller waited more than 24 hours",
        ),
        ("Fed up to 90 guests a night", "Fed guests, maximum 90 a night", "Fed guests, minimum 90 a night"),
        ("Fed up to 90 guests a night", "On busy nights, fed 90 guests", "On busy nights, fed 120 guests"),
        (
            "Tours for groups of up to 12",
            "Tours with a maximum group size of twelve",
            "Tours with a maximum group size of twenty",
        ),
        ("A lunch club for people over 65", "A lunch club for the over-65s", "A lunch club for the over-55s"),
        ("Masts of up to 60 m", "Masts of up to 60 metres", "Masts of up to 60 feet"),
        ("Laid 38 km of cable", "Laid 38,000 metres of cable", "Laid 38 miles of cable"),
    ],
)
def test_bounds_told_otherwise_are_the_same_bounds(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        ("Handled 31 FOI requests", "Handled 31 freedom of information requests", "Handled 31 public events"),
        ("Trained 12 healthcare assistants", "Trained 12 HCAs", "Trained 12 CPAs"),
        (
            "Interviewed 18 applicants by video",
            "Held 18 phone and video interviews",
            "Held 18 phone and video classes",
        ),
        ("Drove a 48-seat coach", "Drove a coach for 48 adults", "Drove 84 coaches"),
        ("Lead a team of 9 dispatchers", "Lead nine people in dispatch", "Lead nine offices in dispatch"),
        ("Assembled 40 pumps a day", "Assembled 40 units a day", "Assembled 40 units an hour"),
        ("Trained 40 guides", "Trained 40 people", "Trained 40 machines"),
        ("Finished with a GPA of 3.4", "Finished with 3.4 GPA", "Finished with 3.8 GPA"),
        ("Saved the owner $2,300", "The owner was $2,300 better off", "The owner was $3,200 better off"),
    ],
)
def test_the_same_may_be_counted_under_another_name(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)


@pytest.mark.parametrize(
    ("source", "true", "false"),
    [
        (
            "Reached 2,400 readers in the first year",
            "Reached 2,400 readers within twelve months",
            "Reached 2,400 readers within six months",
        ),
        ("Treated 360 horses in 2021", "Treated 360 horses in a year", "Treated 360 horses in two years"),
        (
            "Ran the cold store without a fault throughout 2022",
            "Ran the cold store for a full year without a fault",
            "Ran the cold store for two full years without a fault",
        ),
        ("Treated 360 horses in 2021", "Treated 360 horses in one year", "Treated horses for a full year"),
        (
            "Sold tools worth $12,000 in the second quarter of 2018",
            "Sold tools worth $12,000 between April and June 2018",
            "Sold tools worth $12,000 between July and September 2018",
        ),
        (
            "Sold tools from April to June 2018",
            "Sold tools between April and June 2018",
            "Sold tools between April and July 2018",
        ),
        ("Spend one day a week on outreach", "Spend a day a week on outreach", "Spend a week on outreach"),
        (
            "Planned a one-week survey",
            "Planned a week-long survey",
            "Planned a month-long survey",
        ),
        ("Gave 45-minute tours", "Gave tours, each 45 minutes long", "Gave hour-long tours"),
        (
            "Hold a clinic on the second Tuesday of the month",
            "Hold a monthly clinic",
            "Hold a weekly clinic",
        ),
        ("Organise the fair every June", "Organise the annual fair", "Organise the monthly fair"),
        (
            "Hold a clinic on the last Friday of the month",
            "Hold a clinic on the last Friday of each month",
            "Hold a clinic every day",
        ),
        (
            "Took errors from 64 in 2018 to 23 in 2020",
            "Took annual errors from 64 to 23",
            "Took monthly errors from 64 to 23",
        ),
    ],
)
def test_times_and_frequencies_told_otherwise_are_the_same(source: str, true: str, false: str) -> None:
    assert amounts_hold(source, true)
    assert not amounts_hold(source, false)
