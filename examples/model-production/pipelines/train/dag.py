"""Trains the fraud model on the first day of each quarter. The same cron stands in ai-system.yaml."""

import pendulum
from airflow.sdk import dag, task


@dag(
    dag_id="train_fraud_score",
    schedule="0 5 1 */3 *",
    start_date=pendulum.datetime(2025, 1, 1, tz="Europe/Berlin"),
    catchup=False,
    tags=["fraud", "training"],
)
def train_fraud_score():
    @task
    def features():
        from fraud.features import snapshot

        return snapshot()

    @task
    def train(table: str):
        from fraud.train import fit

        return fit(table, config="pipelines/train/config.yaml")

    @task
    def register(model: str):
        from fraud.registry import register_candidate

        register_candidate(model)

    register(train(features()))


train_fraud_score()
