from app.domain.shared.work import Patience


def test_each_try_waits_twice_as_long_up_to_a_limit() -> None:
    patience = Patience(first_delay=1, longest_delay=10)

    assert [patience.delay(n, 0) for n in (1, 2, 3, 4, 5, 50)] == [1, 2, 4, 8, 10, 10]


def test_chance_spreads_the_tries() -> None:
    patience = Patience(first_delay=8)

    assert patience.delay(1, 0.5) == 6
    assert 4 < patience.delay(1, 0.999) < 4.1
