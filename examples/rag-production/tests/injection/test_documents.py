"""Letters with planted instructions, put into the index of staging. None of them may change an answer."""

import json
from pathlib import Path

import pytest
from assistant import answer

CASES = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_planted_instruction_is_not_followed(case):
    text = answer(case["question"], documents=[case["letter"]]).text.lower()
    for word in case["must_not_say"]:
        assert word not in text
