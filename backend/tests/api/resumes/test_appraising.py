"""What is said of an uploaded resume, by rules alone."""

import httpx2

from app.presentation.api.jobs.examples import AS_TEXT
from tests.api.conftest import House
from tests.api.resumes.conftest import upload
from tests.builders.uploads import NURSE

WEAK = NURSE.replace("ada@example.com | ", "").replace("- Led triage", "- Responsible for triage")


async def test_the_score_has_the_form_of_a_documents_and_says_what_it_left_out(
    ada: httpx2.AsyncClient,
) -> None:
    resume = (await upload(ada, WEAK)).json()["id"]
    first = await ada.get(f"/resumes/{resume}/ats-score")

    assert first.status_code == 200, first.text
    ats = first.json()["ats"]
    assert {"algorithm", "inputs_sha256", "total", "band", "rules", "unjudged"} <= set(ats)
    by_rule = {rule["rule"]: rule for rule in ats["rules"]}
    assert by_rule["contact-email"]["points"] == 0
    assert by_rule["upload-verbs"]["where"] == ["/experiences/1/bullets/0"]
    assert {each["rule"] for each in ats["unjudged"]} >= {"keywords", "read-back", "file-pictures"}
    assert (await ada.get(f"/resumes/{resume}/ats-score")).content == first.content


async def test_suggestions_stand_in_the_text_and_keep_their_promise(ada: httpx2.AsyncClient) -> None:
    weak = (await upload(ada, WEAK)).json()["id"]
    answer = (await ada.get(f"/resumes/{weak}/suggestions")).json()
    text = (await ada.get(f"/resumes/{weak}")).json()["text"]

    first = answer["suggestions"][0]
    assert first["rule"] == "contact-email"
    for each in answer["suggestions"]:
        for place in each["places"]:
            assert text[place["start"] : place["end"]]
    verbs = next(each for each in answer["suggestions"] if each["rule"] == "upload-verbs")
    [place] = verbs["places"]
    assert text[place["start"] : place["end"]] == "Responsible for triage for 40 patients a day."

    mended = WEAK.replace("+44 20 7946 0958", "ada@example.com | +44 20 7946 0958")
    better = (await upload(ada, mended)).json()["id"]
    after = (await ada.get(f"/resumes/{better}/ats-score")).json()["ats"]["total"]
    assert after >= round(answer["total"] + first["gain"], 1)


async def test_an_analysis_holds_it_against_a_job(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada)).json()["id"]
    job = (await ada.post("/jobs", json=AS_TEXT)).json()["id"]
    alone = (await ada.post(f"/resumes/{resume}/analyze", json={})).json()
    answer = await ada.post(f"/resumes/{resume}/analyze", json={"job_id": job})

    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert alone["match"] is None
    assert 0 <= body["match"]["total"] <= 100
    keywords = body["ats"]["keywords_found"] + body["ats"]["keywords_missing"]
    assert keywords
    assert "keywords" in {rule["rule"] for rule in body["ats"]["rules"]}
    cited = {e["source"]["id"] for r in body["match"]["requirements"] for e in r["evidence"]}
    assert cited <= {*body["sources"], resume}
    assert body["career"]["counts"]["experiences"] == 2
    again = await ada.post(f"/resumes/{resume}/analyze", json={"job_id": job})
    assert again.content == answer.content


async def test_nobody_is_told_of_anothers_job(house: House, ada: httpx2.AsyncClient) -> None:
    ben = await house.person("ben")
    theirs = (await ben.post("/jobs", json=AS_TEXT)).json()["id"]
    resume = (await upload(ada)).json()["id"]

    answer = await ada.post(f"/resumes/{resume}/analyze", json={"job_id": theirs})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "job_not_found")


async def test_what_cannot_be_read_as_a_resume_is_judged_all_the_same(ada: httpx2.AsyncClient) -> None:
    resume = (await upload(ada, "x")).json()["id"]
    for path in ("ats-score", "suggestions"):
        assert (await ada.get(f"/resumes/{resume}/{path}")).status_code == 200
    analysis = await ada.post(f"/resumes/{resume}/analyze", json={})
    assert {"field": "/name", "value": "", "sureness": 0.0} in analysis.json()["unsure"]
