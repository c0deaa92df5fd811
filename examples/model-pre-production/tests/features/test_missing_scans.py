"""Scanners of twelve depots skip events. A feature says so; it does not pretend that the parcel stood still."""

from datetime import datetime, timedelta

import pytest

from parcel_delay.features import scan_features

NOW = datetime(2026, 10, 20, 4, 0)


def scans(*hours_ago):
    return [{"at": NOW - timedelta(hours=hours), "event": "sorted"} for hours in hours_ago]


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        (scans(20, 14, 9, 2), 0),
        (scans(20, 2), 2),
        (scans(20), 3),
        ([], 4),
    ],
)
def test_counts_skipped_events(seen, missing):
    assert scan_features(seen, expected=4, now=NOW)["missing_scans"] == missing


def test_no_scan_is_not_a_long_wait():
    assert scan_features([], expected=4, now=NOW)["hours_since_scan"] is None
