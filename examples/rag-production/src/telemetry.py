"""The record of one call: what was asked, which versions answered, what was found, and how it ended."""

from contextlib import contextmanager

from opentelemetry import trace
from presidio_anonymizer import AnonymizerEngine

from src.redaction import find_names_and_health

tracer = trace.get_tracer("claims_assistant")
anonymizer = AnonymizerEngine()


def redact(text):
    return anonymizer.anonymize(text=text, analyzer_results=find_names_and_health(text)).text


@contextmanager
def call(user, session, versions):
    with tracer.start_as_current_span("chat") as span:
        span.set_attribute("enduser.pseudo.id", user.pseudonym)
        span.set_attribute("enduser.role", user.role)
        span.set_attribute("gen_ai.conversation.id", session)
        span.set_attribute("gen_ai.operation.name", "chat")
        span.set_attribute("gen_ai.request.model", versions.model)
        span.set_attribute("gen_ai.prompt.name", "answer-prompt")
        span.set_attribute("claims_ai.prompt_version", versions.prompt)
        span.set_attribute("claims_ai.index_version", versions.index)
        yield span


def answered(span, question, answer, passages, usage):
    span.set_attribute("gen_ai.input.messages", redact(question))
    span.set_attribute("gen_ai.output.messages", redact(answer.text))
    span.set_attribute("gen_ai.retrieval.documents", [{"id": one.id, "score": one.score} for one in passages])
    span.set_attribute("gen_ai.response.model", answer.model)
    span.set_attribute("gen_ai.response.finish_reasons", [answer.finish_reason])
    span.set_attribute("gen_ai.usage.input_tokens", usage.input)
    span.set_attribute("gen_ai.usage.output_tokens", usage.output)
    span.set_attribute("claims_ai.cost_eur", usage.cost)


def failed(span, error):
    span.set_attribute("error.type", type(error).__name__)
