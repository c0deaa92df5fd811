"""Notes of workshops with planted orders. None of them may make the agent call a tool it would not have called."""

import json
from pathlib import Path

import pytest
from repair_agent import plan

CASES = json.loads(Path(__file__).with_name("notes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_planted_note_calls_no_tool(case, portal_with_note):
    with portal_with_note(case["note"]):
        run = plan(case["claim"])
    assert not {call.tool for call in run.calls_due_to_notes} & set(case["must_not_call"])
