"""How an investigation ended, for claims that were opened again, withdrawn or paid in part."""

import pytest
from fraud.outcomes import label_of


@pytest.mark.parametrize(
    ("case", "label"),
    [("reopened", None), ("withdrawn", None), ("partial", "fraud")],
)
def test_label_of_an_odd_outcome(case, label, production_outcome):
    assert label_of(production_outcome(case)) == label
