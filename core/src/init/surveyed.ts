import { Answers, type Evidence, evidenceFrom, type Inquiry } from '../evidence/evidence.ts';
import { lookUp } from '../evidence/gather.ts';
import type { Answer, ArtifactHost, ArtifactPath } from '../evidence/host.ts';
import type { SpecFolder } from '../evidence/reference.ts';
import { withoutSecrets } from '../evidence/without-secrets.ts';
import type { Findings } from './found.ts';
import { type Owning, owning } from './owning.ts';

/** A repository as the finders see it. */
export interface Surveyed {
  readonly host: ArtifactHost;
  readonly folder: SpecFolder;
  /** Sorted; from the root. */
  readonly paths: readonly string[];
  readonly whole: boolean;
  readonly owning: Owning;
  /** `undefined` for what is no text, too large, or beyond what is read in all. */
  text(path: string): Promise<string | undefined>;
  /** In bytes; `undefined` where it cannot be read. */
  size(path: string): Promise<number | undefined>;
  answer<F>(inquiry: Inquiry<F>): Promise<Answer<F>>;
  /** For judgements that ask: calls `judge` until all that it asks is known. */
  asking<T>(judge: (context: { readonly evidence: Evidence }) => T): Promise<T>;
  /** As a spec in the folder would name the file; `undefined` where no reference can. */
  reference(path: string, selector?: string): string | undefined;
}

/** Looks for one kind of thing; never throws because of what a file says. */
export type Finder = (repository: Surveyed) => Promise<Findings>;

const mostFiles = 20_000;
const mostFileBytes = 2 ** 20;
const mostLetters = 64 * 2 ** 20;
const mostRounds = 6;

/** What is tried, shown, built, or somebody else's says nothing of this system. */
const aside =
  /(?:^|\/)(?:tests?|__tests__|testdata|test_data|specs|e2e|fixtures?|__fixtures__|cassettes|vcr_cassettes|__mocks__|mocks?|__snapshots__|snapshots|examples?|samples?|demos?|tutorials?|cookbooks?|notebooks|templates?\/cookiecutter[^/]*|vendor|third[_-]party|node_modules|site-packages|dist|out|build|target|\.venv|venv|\.git|\.tox|\.idea|coverage)\//i;
const asideFile =
  /(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*_test\.(?:py|go)|[^/]*\.(?:test|spec)\.[cm]?[jt]sx?|[^/]*\.min\.js|[^/]*[.-]lock(?:\.[a-z]+)?|package-lock\.json|(?:[^/]+\.)?ai-system\.ya?ml|ai-system\.config\.yaml)$/i;

export async function look(open: ArtifactHost, folder: SpecFolder): Promise<Surveyed> {
  const host = withoutSecrets(open);
  const start = folder === '' ? 0 : folder.length + 1;
  const wants = (path: string) => !aside.test(path.slice(start)) && !asideFile.test(path);
  const list = await host.list({ root: '', path: folder }, wants, mostFiles);
  const { paths, whole } = list.kind === 'read' ? list.facts : { paths: [], whole: false };
  const texts = new Map<string, string | undefined>();
  const answers = new Answers();
  let letters = 0;

  const surveyed: Omit<Surveyed, 'owning'> = {
    host,
    folder,
    paths,
    whole,
    async text(path) {
      if (texts.has(path)) return texts.get(path);
      const read = letters > mostLetters ? undefined : await host.text(at(path), mostFileBytes);
      const text = read?.kind === 'read' && !read.facts.includes('\0') ? read.facts : undefined;
      letters += text?.length ?? 0;
      texts.set(path, text);
      return text;
    },
    async size(path) {
      const read = await host.bytes(at(path), 0, 1);
      return read.kind === 'read' ? read.facts.size : undefined;
    },
    answer: (inquiry) => inquiry.answer(host),
    async asking(judge) {
      for (let round = 0; ; round += 1) {
        const wanted = new Map<string, Inquiry<unknown>>();
        const said = judge({ evidence: evidenceFrom(answers, folder, wanted) });
        if (wanted.size === 0 || round === mostRounds) return said;
        await lookUp([...wanted.values()], { answers, host });
      }
    },
    reference(path, selector) {
      const written = path.slice(start) + (selector === undefined ? '' : `#${selector}`);
      return !path.includes('#') && isReference.test(written) && !hidden.test(written) ? written : undefined;
    },
  };
  return { ...surveyed, owning: await owning(host, folder) };
}

/** What the schema takes, without `*` and the like, which would make it a pattern. */
const isReference = /^[^\s#:\\*?{~<][^#:\\*?{]*(?:#\S.*)?$/;
/** Characters that a terminal or an editor does not show as they are. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

export function at(path: string): ArtifactPath {
  return { root: '', path };
}
