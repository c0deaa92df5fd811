"""The series behind the alerts: each run sets the counters, the judge and the nightly jobs push the gauges."""

from prometheus_client import Counter, Gauge

runs = Counter("repair_ai_runs_total", "Runs of the agent", ["outcome"])
cost = Counter("repair_ai_cost_eur_total", "What the models cost, in euro", ["model"])
steps_p99 = Gauge("repair_ai_steps_p99", "Steps that 99 of 100 runs of the last hour stay below")
active_users = Gauge("repair_ai_active_users", "Coordinators who planned a repair in the last seven days")
refused = Gauge("repair_ai_refused_ratio", "Share of the runs of a day that were handed off")

task_correct = Gauge("repair_ai_task_correct_ratio", "Share of the judged runs of a day whose plan was right")
review_ok = Gauge("repair_ai_review_ok_ratio", "Share of the runs read this week that the reviewers found right")
cancelled = Gauge("repair_ai_cancelled_ratio", "Share of the bookings of a day that were told off")
request_psi = Gauge("repair_ai_request_psi", "Population stability of two weeks of requests against the test set")


def finished(outcome: str, spent: dict[str, float]) -> None:
    """Counts one run and what each model cost in it."""
    runs.labels(outcome).inc()
    for model, euro in spent.items():
        cost.labels(model).inc(euro)
