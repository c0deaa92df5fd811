# The gateway refuses calls of the models once the day has cost what budget.stop_at says.
resource "gateway_budget" "repair_scheduler" {
  name     = "repair-scheduler"
  currency = "EUR"
  period   = "day"
  warn_at  = 120
  stop_at  = 200
  on_stop  = "form-without-assistant"
  notify   = ["pagerduty:P5REPAIR"]
}
