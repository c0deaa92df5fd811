"""The series that monitoring in ai-system.yaml watches: the service sets the first, jobs push the others."""

from prometheus_client import Counter, Gauge

scores = Counter("fraud_scores_total", "Claims that were scored", ["outcome"])
referrals = Counter("fraud_referrals_total", "Claims that were referred to an investigator")

precision = Gauge("fraud_referral_precision", "Share of referrals with a known outcome that were fraud")
early_review = Gauge(
    "fraud_early_review_ok_ratio",
    "Share of the referrals of the week that investigators found worth looking at",
)
slice_gap = Gauge("fraud_slice_gap_max", "Largest difference of precision between two groups of claims")
feature_psi = Gauge("fraud_feature_psi_max", "Population stability of the feature that moved most")
score_js = Gauge("fraud_score_js", "Jensen-Shannon distance of the scores from those of the tuning set")
mismatch = Gauge("fraud_train_serve_mismatch_ratio", "Share of recomputed features that differ from those served")
store_reads = Gauge("fraud_store_reads_per_person_max", "Most scores that one person read in a day")
investigators = Gauge("fraud_active_investigators", "Investigators who opened a referral in the last seven days")
