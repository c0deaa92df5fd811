"""The series that monitoring in ai-system.yaml watches: the service counts, a daily job pushes the gauges."""

from prometheus_client import Counter, Gauge

predictions = Counter("parcel_delay_predictions_total", "Parcels that got a prediction", ["depot"])

precision = Gauge("parcel_delay_precision", "Share of the warnings of the last seven days that were late parcels")
feature_psi = Gauge("parcel_delay_psi_max", "Population stability index of the feature that moved most")
score_js = Gauge("parcel_delay_score_js", "Jensen-Shannon distance of the scores from those of the tuning set")
dispatchers = Gauge("parcel_delay_active_dispatchers", "Dispatchers who opened the list in the last seven days")
