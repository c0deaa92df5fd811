"""The features of day one, where half of the fields are still empty."""

import pytest
from fraud.features import features_of

CASES = ["missing-fields", "late-fields", "new-category", "unit-change"]


@pytest.mark.parametrize("case", CASES)
def test_features_are_whole(case, production_record):
    features = features_of(production_record(case))
    assert features.missing <= features.allowed_missing
