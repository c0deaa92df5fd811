"""Each connector against its test tenant, with the odd cases that the interface may answer."""

import pytest
from connectors import connect


@pytest.fixture
def connector(request):
    return connect(request.config.getoption("--connector"), tenant="test")


def test_each_case_is_answered_or_refused_by_name(connector):
    outcomes = {case: connector.read(case).outcome for case in connector.odd_cases}
    assert all(outcome in {"answered", "refused"} for outcome in outcomes.values()), outcomes
