package repairs.booking_test

import data.repairs.booking
import rego.v1

plain := {
	"now": "2026-09-07T08:00:00Z",
	"user": {"scopes": ["slots:book"]},
	"claim": {"open_bookings": 0},
	"slot": {"distance_km": 14, "starts_at": "2026-09-10T08:00:00Z"},
}

test_plain_booking_is_allowed if booking.allow with input as plain

test_second_booking_is_denied if not booking.allow with input as object.union(plain, {"claim": {"open_bookings": 1}})

test_far_workshop_is_denied if not booking.allow with input as object.union(plain, {"slot": {"distance_km": 61}})

test_slot_of_today_is_denied if {
	not booking.allow with input as object.union(plain, {"slot": {"starts_at": "2026-09-07T16:00:00Z"}})
}

test_missing_right_is_denied if not booking.allow with input as object.union(plain, {"user": {"scopes": []}})

test_empty_input_is_denied if not booking.allow with input as {}
