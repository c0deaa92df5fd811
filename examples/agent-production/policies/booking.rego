# May the agent book this slot without asking? Asked by the tool book-slot before it calls the portal.
package repairs.booking

import rego.v1

default allow := false

allow if count(deny) == 0

deny contains "this claim has an open booking" if input.claim.open_bookings > 0

deny contains "the workshop is more than 60 km away" if input.slot.distance_km > 60

deny contains "the slot is within 24 hours" if {
	time.parse_rfc3339_ns(input.slot.starts_at) - time.parse_rfc3339_ns(input.now) < 24 * 3600 * 1000000000
}

deny contains "the coordinator has no right to book" if not "slots:book" in input.user.scopes

# What the input does not say is not allowed either.
deny contains "the input is incomplete" if not complete

complete if {
	is_number(input.claim.open_bookings)
	is_number(input.slot.distance_km)
	is_string(input.slot.starts_at)
	is_string(input.now)
}
