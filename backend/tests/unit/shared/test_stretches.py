from app.domain.shared.stretches import Stretches


def test_stretches_that_touch_are_one() -> None:
    assert list(Stretches([(5, 9), (0, 3), (3, 4)])) == [(0, 4), (5, 9)]


def test_only_those_with_a_part_of_it_lie_within() -> None:
    stretches = Stretches([(0, 4), (5, 9), (12, 20), (30, 40)])

    assert list(stretches.within(4, 12)) == [(5, 9)]
    assert list(stretches.within(3, 13)) == [(0, 4), (5, 9), (12, 20)]
    assert list(stretches.within(20, 30)) == []
    assert list(Stretches().within(0, 9)) == []
