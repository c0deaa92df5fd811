"""The claim record comes with the rights of the signed-in handler, never with those of the service."""

import pytest
from claims_core import Forbidden, claim_record


def test_handler_reads_own_claim(handler_token):
    assert claim_record("M-2026-118", token=handler_token).status == "open"


def test_handler_may_not_read_a_claim_of_another_line(handler_token):
    with pytest.raises(Forbidden):
        claim_record("H-2026-204", token=handler_token)


def test_service_alone_reads_nothing(service_token):
    with pytest.raises(Forbidden):
        claim_record("M-2026-118", token=service_token)
