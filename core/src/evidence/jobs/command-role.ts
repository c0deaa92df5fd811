/** What the words of a command or of a name say that it does. */
export type Role = 'compares' | 'tests' | 'evaluates' | 'other';

const evaluating = /eval|promptfoo|deepeval|ragas|benchmark|scor(?:e|ing)/i;
const comparing =
  /(?:\b|[-_./])gate(?!way)|threshold|compar|\bassert|fail[-_](?:under|below|on|if)|--(?:fail|min)|sys\.exit|process\.exit|regression|^jq\s(?:.*\s)?(?:-e|--exit-status)\s|^awk\s.*\bexit\b/i;
/** Runners that fail with what they run. */
const testing =
  /\btests?\b|pytest|unittest|\bcheck(?!point|out|sum)|verif|validat|vitest|jest|mocha|playwright|\btox\b|\bnox\b|promptfoo|deepeval|(?:\b|[-_./])test_/i;

/** `text` is a command, or the name of a step. */
export function roleOf(text: string): Role {
  const words = withoutData(text.slice(0, longest));
  if (comparing.test(words)) return 'compares';
  if (testing.test(words)) return 'tests';
  return evaluating.test(words) ? 'evaluates' : 'other';
}

const longest = 10_000;

/** Whether it is about an evaluation; a file of results that it reads says so too. */
export function isOfEvaluation(text: string): boolean {
  return evaluating.test(text.slice(0, longest).replace(builtin, ''));
}

/** Of the shell: it evaluates no model. */
const builtin = /^eval\s/;

/** What it is pointed at says nothing about what it does: `--dataset data/test_set.jsonl`, "on the test set". */
function withoutData(text: string): string {
  return text.replace(builtin, '').replaceAll(dataFile, '').replaceAll(dataOption, ' ').replaceAll(dataName, '');
}

const dataFile =
  /(?<=^|[\s="'>])[^\s="'<>]{1,300}\.(?:jsonl?|ndjson|csv|tsv|parquet|arrow|ya?ml|toml|xml|txt|md|html?|log|db|sqlite|pkl)(?=["']?(?:\s|$))/gi;
const dataOption =
  /\s--(?:split|data(?:set)?|out(?:put)?(?:-(?:dir|file|path))?|results?|name|tag|model|experiment|project|cov(?:-[\w-]{1,30})?)(?:[ =]["']?[^\s"'-][^\s"']{0,300}["']?)?(?=\s|$)/gi;
const dataName =
  /\b(?:test|validation|regression|benchmark)[-_ ]?(?:sets?|data(?:sets?)?|split|cases|quer(?:y|ies)|questions|inputs|rows|items)\b/gi;

/** Look at code or at files, and not at what a model answers. */
const linting =
  /^(?:(?:sudo|time|npx|uvx|bunx|pre-commit run|(?:uv|poetry|pdm|hatch|pipx|rye|npm|pnpm|yarn|bun)(?: run| exec| dlx)?|python[\d.]{0,4} -m)\s+)*(?:ruff|black|flake8|pylint|pyflakes|pycodestyle|pydocstyle|isort|mypy|pyright|basedpyright|ty|bandit|vulture|codespell|eslint|oxlint|biome|prettier|stylelint|tsc|standard|yamllint|actionlint|shellcheck|shfmt|hadolint|markdownlint\S*|vale|semgrep|gitleaks|trufflehog|trivy|checkov|tflint|pip-audit|golangci-lint|gofmt|rubocop|pre-commit|commitlint|lint\S*|format\S*|typecheck|type-check|fmt|(?:cargo (?:fmt|clippy|audit)|npm audit|terraform (?:fmt|validate)|opa (?:fmt|check)|make (?:lint|format|fmt|typecheck)|just (?:lint|format|fmt)))(?=\s|$)/i;

export function isLinting(command: string): boolean {
  return linting.test(command.slice(0, 500));
}

/** What it runs stands in another file. */
const calling =
  /^(?:\S+=\S* )*(?:(?:time|sudo|env) )*(?:make|just|task|tox|nox|poe|npm|pnpm|yarn|bun|rake|inv(?:oke)?|nx|(?:ba|z|da)?sh|\.\/[^\s.]+|\S+\.(?:sh|bash))(?:\s|$)/;

export function isCalling(command: string): boolean {
  return calling.test(command);
}

/** Commands that only make ready what is judged afterwards. */
const preparing =
  /^(?:sudo |time )?(?:(?:echo|printf|mkdir|cd|export|set|source|\.|cp|mv|rm|cat|ls|chmod|sleep|exit|return|true|false|:|trap|wait|shift|break|continue|local|declare|readonly|typeset|read|tee|jq(?!\s(?:.*\s)?(?:-e|--exit-status)\s)|sed|awk(?!\s.*\bexit\b)|head|tail|date|which|apt(?:-get)?|curl|wget|git)(?:\s|$)|pip3? |python3? -m (?:pip|venv)|uv (?:sync|venv|pip)|poetry install|pdm install|npm (?:ci|install|i)(?:\s|$)|pnpm (?:i|install)|yarn(?: install)?$|docker (?:pull|login)|\(\(\s*\w+\s*(?:\+\+|\+=)|[A-Za-z_]\w*\+?=(?!\s*["']?\$\((?!\())\S*$)/;
/** It says what it would do. */
const asides = /\s(--(?:version|help|collect-only|dry-run|list))\b/;

export function asideIn(command: string): string | undefined {
  return asides.exec(command)?.[1];
}

export function isPreparing(command: string): boolean {
  return preparing.test(command) || asides.test(command);
}

/** Whether it is given a file with what an evaluation found. */
export function readsResults(command: string): boolean {
  return /\s--(?:results?|scores?|report|input|candidate|current|metrics)(?:-(?:file|path|json))?[ =]["']?[^\s"'-]/.test(
    command,
  );
}

/** Whether it is given a file for what it finds. */
export function writesResults(command: string): boolean {
  return /\s(?:-o|--(?:out(?:put)?|save)(?:[-_](?:path|file|json|dir))?)[ =]["']?[^\s"'-]|\s1?>{1,2}\s?["']?[\w./$]/.test(
    command,
  );
}

const installing =
  /^(?:sudo )?(?:apt(?:-get)?|apk|yum|dnf|brew|pip3?|pipx|conda|mamba|python3? -m (?:pip|venv)|uv (?:sync|venv|pip)|poetry install|pdm install|npm (?:ci|install|i)|pnpm (?:i|install)|yarn install|docker (?:pull|login)|cd|mkdir|export|local|declare|readonly|source|\.)(?:\s|$)/;

/** It fetches what is run afterwards. */
export function isInstalling(command: string): boolean {
  return installing.test(command);
}

const printing = /^(?:echo|printf|true|:|sleep|exit|set|ls|pwd|date|cat|cd)(?:\s|$)/;

/** Nothing comes of it but what is read on a screen. */
export function isPrinting(command: string): boolean {
  return printing.test(command);
}
