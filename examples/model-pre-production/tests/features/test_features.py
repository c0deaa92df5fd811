"""The features of a record of production, with fields that come late or not at all."""

import pytest


@pytest.mark.parametrize("case", ["missing-fields", "late-fields"])
def test_features_are_whole(case, features_of):
    features = features_of(case)
    assert features.missing <= features.allowed_missing
