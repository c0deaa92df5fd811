"""The series that monitoring in ai-system.yaml watches: the service sets the first, jobs push the others."""

from prometheus_client import Counter, Gauge

calls = Counter("claims_ai_calls_total", "Calls of the assistant", ["outcome"])
cost = Counter("claims_ai_cost_eur_total", "What the providers bill, in euro", ["model"])
no_result = Gauge("claims_ai_no_result_ratio", "Share of the questions of the last hour that found nothing")

groundedness = Gauge(
    "claims_ai_groundedness_ratio",
    "Share of the scored answers of the last day that rest on their sources",
)
review_ok = Gauge("claims_ai_review_ok_ratio", "Share of the answers of the week that reviewers found right")
recall = Gauge("claims_ai_recall_at_8", "Recall of the weekly replay of the test set")
index_age = Gauge("claims_ai_index_age_seconds", "Time since the oldest change that is not yet in the index")
query_psi = Gauge("claims_ai_query_psi", "Population stability of the questions of a week against the test set")
active_users = Gauge("claims_ai_active_users", "Handlers who asked something in the last seven days")


def count_call(outcome: str, model: str, euro: float) -> None:
    """Counts one call and what it cost."""
    calls.labels(outcome).inc()
    cost.labels(model).inc(euro)
