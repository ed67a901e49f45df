"""All lists that were written for the tests."""

from __future__ import annotations

from tests.fifth_lists import fifth_cases
from tests.fourth_lists import fourth_cases
from tests.later_lists import later_cases
from tests.list_pages import ListCase, cases
from tests.media_lists import media_cases
from tests.odd_lists import odd_cases
from tests.official_lists import official_cases
from tests.site_lists import site_cases
from tests.sixth_lists import sixth_cases
from tests.stray_lists import stray_cases
from tests.third_lists import third_cases

MAKERS = (
    cases,
    odd_cases,
    stray_cases,
    official_cases,
    media_cases,
    site_cases,
    later_cases,
    third_cases,
    fourth_cases,
    fifth_cases,
    sixth_cases,
)


def written_cases() -> list[ListCase]:
    """Each once, named."""
    return [one for make in MAKERS for one in make()]
