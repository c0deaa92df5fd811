"""Each connector against its test tenant: every format that it may meet, and the odd cases."""

import pytest
from connectors import connect

CASES = {
    "policy-wordings": ["pdf", "docx", "scanned-pdf", "superseded-version"],
    "correspondence": ["pdf", "tiff", "eml", "docx", "handwriting", "90-page-letter"],
    "claim-record": ["open", "closed", "no-rights", "timeout"],
}


@pytest.fixture
def source(request):
    return request.config.getoption("--source")


def test_each_case_is_read_or_refused_by_name(source):
    connector = connect(source, tenant="test")
    outcomes = {case: connector.read(case).outcome for case in CASES[source]}
    assert all(outcome in {"read", "refused"} for outcome in outcomes.values()), outcomes
