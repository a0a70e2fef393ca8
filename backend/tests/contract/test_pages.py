"""What a page's source comes to."""

import time

import pytest

from app.infrastructure.pages.lxml import LONGEST_TEXT, LxmlPages
from tests.builders.board_answers import PAGE, TEXT


def text_of(markup: str) -> str:
    return LxmlPages().read(markup).text


def test_a_page_says_what_its_visitors_read() -> None:
    assert text_of(PAGE) == (
        "Ward Nurse\n\nCompany: Harbour Street Clinic\nLocation: Bristol, UK\n\nRequirements\n\n"
        "- Registration with the NMC\n\n- At least 2 years on a ward\n\nBenefits\n\n- 33 days of leave\n\n"
        "We are a clinic by the harbour with a team that stays for years, and we train everybody who comes."
    )


def test_a_fragment_is_read_as_a_page_is() -> None:
    assert text_of(TEXT).startswith(
        "We look after patients of a medical ward.\n\nRequirements\n\n- Registration"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<template>no</template>",
        "<noscript>no</noscript>",
        "<!-- no -->",
        "<svg><text>no</text></svg>",
        "<iframe srcdoc='no'>no</iframe>",
        "<textarea>no</textarea>",
        "<p hidden>no</p>",
        "<p aria-hidden='TRUE'>no</p>",
        "<p style='color:red; DISPLAY : none'>no</p>",
        "<p style='visibility:hidden'>no</p>",
        "<p style='font-size:0px'>no</p>",
        "<p style='opacity: 0.0'>no</p>",
        "<p style='position:absolute;left:-9999px'>no</p>",
        "<p style='max-height:0;overflow:hidden'>no</p>",
        "<nav>no</nav>",
        "<div role='navigation'>no</div>",
        "<div hidden><p><b>no</b></p></div>",
    ],
)
def test_what_nobody_sees_is_left_out_and_what_follows_it_stays(hidden: str) -> None:
    assert text_of(f"<p>before</p>{hidden}<p>after</p>").split() == ["before", "after"]


@pytest.mark.parametrize("shown", ["opacity: 0.5", "font-size:0.9em", "display:block", "margin:0"])
def test_what_is_shown_stays(shown: str) -> None:
    assert text_of(f"<p style='{shown}'>yes</p>") == "yes"


def test_data_for_search_engines_is_handed_over_as_it_stands() -> None:
    page = LxmlPages().read(
        '<script type="application/ld+json">{"a": "<b>"}</script><p>x</p><script>y</script>'
    )

    assert page.data == ('{"a": "<b>"}',)
    assert page.text == "x"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        " ",
        "<",
        "\0\0",
        "<div>" * 100_000 + "x",
        "<p>" * 200_000,
        "<ul><li>" * 50_000,
        "x" * 2_500_000,
        "<b " + "a=1 " * 100_000 + ">",
        "&" * 500_000,
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><p>&x;</p>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><p>&c;</p>",
        '<?xml version="1.0" encoding="utf-16"?><p>é</p>',
        "<p>\ud800</p>",
    ],
    ids=lambda markup: markup[:12].encode("unicode_escape").decode(),
)
def test_no_page_breaks_it_or_keeps_it_long(markup: str) -> None:
    began = time.process_time()

    text = text_of(markup)

    assert len(text) <= LONGEST_TEXT
    assert "root:" not in text
    assert time.process_time() - began < 5
    text.encode()
