"""One trace for each run: a span for the run, a child for each call of the planner or of a tool."""

from contextlib import contextmanager

from opentelemetry import trace

from repair_agent.redaction import redact

tracer = trace.get_tracer("repair_scheduler")


@contextmanager
def run(user, session, versions, request):
    with tracer.start_as_current_span("invoke_agent repair-scheduler") as span:
        span.set_attribute("gen_ai.operation.name", "invoke_agent")
        span.set_attribute("gen_ai.agent.name", "repair-scheduler")
        span.set_attribute("enduser.pseudo.id", user.pseudonym)
        span.set_attribute("enduser.role", user.role)
        span.set_attribute("gen_ai.conversation.id", session)
        span.set_attribute("gen_ai.request.model", versions.model)
        span.set_attribute("repair_ai.prompt_version", versions.prompt)
        span.set_attribute("gen_ai.input.messages", redact(request))
        try:
            yield span
        except Exception as error:
            span.set_attribute("error.type", type(error).__name__)
            raise


@contextmanager
def tool_call(tool, call_id, arguments):
    with tracer.start_as_current_span(f"execute_tool {tool}") as span:
        span.set_attribute("gen_ai.operation.name", "execute_tool")
        span.set_attribute("gen_ai.tool.name", tool)
        span.set_attribute("gen_ai.tool.call.id", call_id)
        span.set_attribute("gen_ai.tool.call.arguments", redact(arguments))
        yield span


def planned(span, plan, usage):
    span.set_attribute("gen_ai.output.messages", redact(plan.text))
    span.set_attribute("gen_ai.response.model", plan.model)
    span.set_attribute("gen_ai.response.finish_reasons", [plan.finish_reason])
    span.set_attribute("gen_ai.usage.input_tokens", usage.input)
    span.set_attribute("gen_ai.usage.output_tokens", usage.output)
    span.set_attribute("repair_ai.cost_eur", usage.cost)
