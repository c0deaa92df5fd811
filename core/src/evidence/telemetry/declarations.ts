/** Ways of declaring a metric, of the libraries that are in wide use; the name may stand on the next line. */
const declaration = new RegExp(
  [
    // prometheus_client, prom-client, client_ruby
    '\\b(?:Counter|Gauge|Histogram|Summary|(?:Counter|Gauge|Histogram)MetricFamily)(?:\\.new)?\\(\\s*(?:(?:[\\w.]{1,60}\\s*\\+\\s*)?[a-z]?["\'`]|[{:]|$)',
    // client_java, Micrometer
    '\\b(?:Counter|Gauge|Histogram|Summary|Timer|DistributionSummary)\\.build(?:er)?\\(',
    // client_golang
    '\\b(?:prometheus|promauto)(?:\\.With\\([^)]*\\))?\\.New(?:Counter|Gauge|Histogram|Summary|Desc)',
    '\\b(?:Counter|Gauge|Histogram|Summary)Opts\\s*\\{',
    // OpenTelemetry
    '\\bcreate_(?:observable_)?(?:up_down_)?(?:counter|histogram|gauge)\\b',
    '\\b[cC]reate(?:Observable)?(?:UpDown)?(?:Counter|Histogram|Gauge|Summary)\\b',
    '\\b(?:Int64|Float64)(?:Observable)?(?:UpDown)?(?:Counter|Histogram|Gauge)\\s*\\(',
    '\\.(?:counter|histogram|gauge|upDownCounter)Builder\\s*\\(',
    '\\b[iuf]64_(?:observable_)?(?:up_down_)?(?:counter|histogram|gauge)\\b',
    // Rust, StatsD, text exposition
    '\\b(?:register_)?(?:int_)?(?:counter|gauge|histogram)(?:_vec)?!\\s*\\(',
    '\\bstatsd\\w*\\.(?:increment|incr|gauge|timing|histogram|distribution)\\s*\\(',
    '#\\s*TYPE\\s+[a-zA-Z_:]\\w+\\s+(?:counter|gauge|histogram|summary)',
  ].join('|'),
);
const mayDeclare = /counter|gauge|histogram|summary|timer|statsd/i;

/** A call that declares a metric under a name that is not written there. */
const unnamed =
  /\b(?:Counter|Gauge|Histogram|Summary|(?:Counter|Gauge|Histogram)MetricFamily|create_(?:observable_)?(?:up_down_)?(?:counter|histogram|gauge)|create(?:Observable)?(?:UpDown)?(?:Counter|Histogram|Gauge))\(\s*(?:name\s*=\s*)?(?!name\s*=)[A-Za-z_][\w.]*\s*[,()[+%]|\bName:\s*[A-Za-z_]/;
const library = /prometheus|prom-client|opentelemetry|micrometer|statsd|metrics/i;

/** A part of a file in which a metric is declared. */
export interface Declaration {
  /** Lines from 0, both of them in it, and where it begins in the first and ends in the last. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

export interface Declarations {
  /** From the first to the last. */
  readonly all: readonly Declaration[];
  /** By each of their lines; few reach over more than some. */
  readonly byLine: ReadonlyMap<number, readonly Declaration[]>;
  /** Lines, from 0, of those whose name is put together elsewhere. */
  readonly unnamed: readonly number[];
}

/** Looks for declarations of metrics in lines of code, from which comments were taken. */
export function declarationsIn(lines: readonly string[]): Declarations {
  const all: Declaration[] = [];
  const without: number[] = [];
  const usesLibrary = lines.some((line) => library.test(line));
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!mayDeclare.test(line)) continue;
    const match = declaration.exec(line);
    if (match !== null) all.push({ first: index, from: match.index, ...endOf(lines, index, match.index) });
    if (usesLibrary && unnamed.test(line)) without.push(index);
  }
  const byLine = new Map<number, Declaration[]>();
  for (const one of all) {
    for (let index = one.first; index <= one.last; index += 1) {
      const own = byLine.get(index);
      if (own === undefined) byLine.set(index, [one]);
      else own.push(one);
    }
  }
  return { all, byLine, unnamed: without };
}

/** So many lines behind the beginning of a declaration may still be of it. */
const declarationLines = 8;

/** Where the brackets are closed that it opens, and no call on it follows, as those of a builder do. */
function endOf(lines: readonly string[], first: number, from: number): Pick<Declaration, 'last' | 'to'> {
  let depth = 0;
  const most = Math.min(first + declarationLines, lines.length);
  for (let index = first; index < most; index += 1) {
    const line = lines[index] ?? '';
    for (let at = index === first ? from : 0; at < line.length; at += 1) {
      const sign = line[at] ?? '';
      if (/["'`]/.test(sign)) at = closing(line, at);
      else if (/[([{]/.test(sign)) depth += 1;
      else if (/[)\]}]/.test(sign)) {
        depth -= 1;
        const rest = line.slice(at + 1).trim() || (lines[index + 1] ?? '').trim();
        if (depth <= 0 && !/^\??\./.test(rest)) return { last: index, to: at };
      }
    }
  }
  return { last: most - 1, to: Number.POSITIVE_INFINITY };
}

/** The end of the text that begins with a quote at `start`; of the line, where it does not end in it. */
function closing(line: string, start: number): number {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === quote) return at;
  }
  return line.length;
}

/**
 * The declaration that a text at column `at` of a line names the metric of: the first text in it does, and one behind a
 * word that says so. `named` are those that have a text.
 */
export function namedAt(
  line: string,
  index: number,
  at: number,
  { byLine }: Declarations,
  named: ReadonlySet<Declaration>,
): Declaration | undefined {
  return byLine.get(index)?.find((one) => {
    if ((index === one.first && at < one.from) || (index === one.last && at > one.to)) return false;
    return !named.has(one) || /\b(?:full_?)?name["']?\s*[:=(]\s*$/i.test(line.slice(Math.max(0, at - 40), at));
  });
}

/** The line up to a comment at its end. */
export function withoutComment(line: string): string {
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (/["'`]/.test(sign)) at = closing(line, at);
    else if (
      (sign === '#' && /\s/.test(line[at - 1] ?? ' ') && /[\s!]|$/.test(line[at + 1] ?? ' ')) ||
      (sign === '/' && line[at + 1] === '/' && line[at - 1] !== ':')
    )
      return line.slice(0, at);
  }
  return line;
}
