"""What coordinators, team leads and the partner desk may see and book. Runs nightly against the test tenant."""

import pytest
from repair_agent.sources import Forbidden, claim_record
from repair_agent.tools import book_slot, order_parts

READS = [
    ("coordinator", "M-2026-4410", True),
    ("coordinator", "M-2026-9002", False),
    ("team-lead", "M-2026-9002", True),
    ("partner-desk", "M-2026-4410", True),
    ("partner-desk", "M-2026-9002", False),
]


@pytest.mark.parametrize(("role", "claim", "allowed"), READS)
def test_record_comes_with_the_rights_of_the_role(role, claim, allowed, token_of):
    if allowed:
        assert claim_record(claim, token=token_of(role)).number == claim
        return
    with pytest.raises(Forbidden):
        claim_record(claim, token=token_of(role))


def test_partner_desk_books_nothing(token_of):
    with pytest.raises(Forbidden):
        book_slot("M-2026-4410", slot="W118-2026-10-05T08", token=token_of("partner-desk"))


def test_partner_desk_orders_nothing(token_of):
    with pytest.raises(Forbidden):
        order_parts("M-2026-4410", lines=["headlamp-left"], token=token_of("partner-desk"))
