from pathlib import Path

from app.infrastructure.queue.occupancy import occupy


def test_a_restarted_process_bears_the_name_it_had(tmp_path: Path) -> None:
    with occupy(tmp_path) as (before, alone):
        assert alone
    with occupy(tmp_path) as (after, alone):
        assert alone
        assert after == before


def test_a_second_process_in_the_same_place_has_a_name_of_its_own(tmp_path: Path) -> None:
    with occupy(tmp_path) as (first, _), occupy(tmp_path) as (second, alone):
        assert second != first
        assert not alone


def test_another_place_gives_another_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with occupy(tmp_path / "a") as (one, _), occupy(tmp_path / "b") as (other, _):
        assert one != other
