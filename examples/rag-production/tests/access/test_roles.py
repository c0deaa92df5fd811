"""What each of the nine roles may find. Runs against the index of staging, nightly and before every release."""

import pytest
from search import search

ALLOWED = [
    ("motor-handler", "letter-motor-118", True),
    ("motor-handler", "letter-home-204", False),
    ("home-handler", "letter-home-204", True),
    ("home-handler", "medical-report-77", False),
    ("personal-injury-handler", "medical-report-77", True),
    ("auditor", "letter-motor-118", True),
    ("trainee", "letter-motor-118", False),
]


@pytest.mark.parametrize(("role", "document", "allowed"), ALLOWED)
def test_role_finds_only_what_it_may_read(role, document, allowed):
    found = search("every letter of this claim", role=role)
    assert (document in {hit.document for hit in found}) == allowed


def test_unknown_role_finds_nothing():
    assert search("every letter of this claim", role="visitor") == []
