from tests.api.conftest import House

ADA = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}


async def test_registering_signs_in(house: House) -> None:
    answer = await house.visitor().post("/auth/register", json=ADA)

    assert answer.status_code == 201
    assert "hashed_password" not in answer.json()["user"]
    me = await house.visitor(Authorization=f"Bearer {answer.json()['access_token']}").get("/auth/me")
    assert me.json()["email"] == "ada@example.com"


async def test_an_address_is_taken_once_whatever_its_case(house: House) -> None:
    await house.visitor().post("/auth/register", json=ADA)

    again = await house.visitor().post("/auth/register", json=ADA | {"email": "ADA@Example.com"})

    assert again.status_code == 409
    assert again.json()["error"]["code"] == "email_taken"


async def test_a_weak_password_makes_no_account(house: House) -> None:
    refused = await house.visitor().post("/auth/register", json=ADA | {"password": "alllowercase1"})

    assert refused.status_code == 422
    assert (await house.visitor().post("/auth/register", json=ADA)).status_code == 201


async def test_a_wrong_password_and_an_unknown_address_get_one_answer(house: House) -> None:
    await house.visitor().post("/auth/register", json=ADA)

    wrong = await house.visitor().post(
        "/auth/login", json={"email": ADA["email"], "password": "Wrong-1-password"}
    )
    unknown = await house.visitor().post(
        "/auth/login", json={"email": "x@example.com", "password": "Wrong-1"}
    )

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.content == unknown.content
    assert wrong.headers["www-authenticate"] == "Bearer"


async def test_swagger_signs_in_with_a_form(house: House) -> None:
    await house.visitor().post("/auth/register", json=ADA)

    form = {"grant_type": "password", "username": ADA["email"], "password": ADA["password"]}
    answer = await house.visitor().post("/auth/token", data=form)

    assert answer.status_code == 200
    assert answer.json()["token_type"] == "bearer"


async def test_after_logging_out_no_token_of_the_session_is_good(house: House) -> None:
    pair = (await house.visitor().post("/auth/register", json=ADA)).json()
    ada = house.visitor(Authorization=f"Bearer {pair['access_token']}")
    assert (await ada.get("/auth/me")).status_code == 200

    assert (await ada.post("/auth/logout")).status_code == 204

    assert (await ada.get("/auth/me")).status_code == 401
    again = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
    assert again.status_code == 401


async def test_a_token_of_the_wrong_kind_is_refused(house: House) -> None:
    pair = (await house.visitor().post("/auth/register", json=ADA)).json()

    swapped = house.visitor(Authorization=f"Bearer {pair['refresh_token']}")

    assert (await swapped.get("/auth/me")).status_code == 401
    refreshed = await house.visitor().post("/auth/refresh", json={"refresh_token": pair["access_token"]})
    assert refreshed.status_code == 401
