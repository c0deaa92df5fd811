import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { asOf, folder } from './session.ts';

const command = resolve('bin/ai-system.cjs');
const prelude = `
(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'eglot)
(require 'json)
`;
const found = spawnSync('emacs', ['--batch', '-Q', '--eval', `(progn ${prelude} (princ emacs-version))`], {
  encoding: 'utf8',
});
const version = found.status === 0 ? found.stdout.trim() : undefined;
const skip = version === undefined ? 'Emacs with Eglot is not installed' : false;

/** Nothing but Eglot and a mode of our own: look at what the server says, go to places, rename. */
const script = `${prelude}
(define-derived-mode ai-system-mode text-mode "AI System")
(add-to-list 'eglot-server-programs
             (list 'ai-system-mode (getenv "NODE") (getenv "COMMAND") "lsp" "--stdio"
                   :initializationOptions (list :asOf (getenv "AS_OF"))))
(setq eglot-sync-connect 60 eglot-connect-timeout 60 eglot-send-changes-idle-time 0 make-backup-files nil)

(defun wait-for (probe)
  (let ((end (+ (float-time) 20)) value)
    (while (and (not (setq value (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))
(defun at (words) (goto-char (point-min)) (search-forward words) (backward-char))
(defun here () (line-number-at-pos))
(defun names (index)
  (mapcan (lambda (item)
            (cond ((not (consp item)) nil)
                  ((listp (cdr item)) (cons (car item) (names (cdr item))))
                  (t (list (car item)))))
          index))

(find-file "ai-system.yaml")
(ai-system-mode)
(apply #'eglot--connect (eglot--guess-contact))
(wait-for #'eglot-current-server)
(flymake-mode 1)
(flymake-start)
(wait-for #'flymake-diagnostics)
(let (seen)
  (push (cons 'diagnostics
              (vconcat (mapcar (lambda (d) (list (cons 'line (line-number-at-pos (flymake-diagnostic-beg d)))
                                                 (cons 'text (flymake-diagnostic-text d))))
                               (flymake-diagnostics))))
        seen)
  (push (cons 'symbols (vconcat (names (imenu--make-index-alist t)))) seen)
  (at "owner: ops")
  (xref-find-definitions "LSP identifier at point.")
  (push (cons 'definition (here)) seen)
  (push (cons 'references
              (vconcat (mapcar (lambda (x) (xref-location-line (xref-item-location x)))
                               (xref-backend-references 'eglot nil))))
        seen)
  (eglot-rename "claims-ops")
  (push (cons 'renamed (buffer-string)) seen)
  (at "team: Claims")
  (push (cons 'refused (condition-case failure (progn (eglot-rename "x") :json-false) (error (format "%s" failure)))) seen)
  (eglot-shutdown (eglot-current-server))
  (with-temp-file (getenv "OUT") (insert (json-encode seen))))
`;

const spec = `apiVersion: ai-system/v1
system:
  name: claims
  owner: ops
owners:
  ops:
    team: Claims
models:
  llm:
    role: generate
    owner: nobody
`;

interface Seen {
  readonly diagnostics: readonly { readonly line: number; readonly text: string }[];
  readonly symbols: readonly string[];
  readonly definition: number;
  readonly references: readonly number[];
  readonly renamed: string;
  readonly refused: string;
}

test(`Emacs ${version ?? ''} shows findings and symbols, goes to definitions and renames`, {
  skip,
  timeout: 120_000,
}, (t) => {
  const root = folder(t, { 'ai-system.yaml': spec, 'client.el': script, '.git/HEAD': 'ref: refs/heads/main\n' });
  const out = join(root, 'seen.json');
  const env = { ...process.env, NODE: process.execPath, COMMAND: command, AS_OF: asOf, OUT: out, HOME: root };
  const run = spawnSync('emacs', ['--batch', '-Q', '-l', 'client.el'], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 100_000,
  });
  assert.equal(run.status, 0, run.stderr);
  const seen: Seen = JSON.parse(readFileSync(out, 'utf8'));

  const undefinedOwner = seen.diagnostics.filter(({ text }) => text.includes('no owner has that id'));
  assert.deepEqual(
    undefinedOwner.map(({ line }) => line),
    [11],
    JSON.stringify(seen.diagnostics),
  );
  for (const name of ['system', 'owners', 'ops', 'models', 'llm']) {
    assert.ok(seen.symbols.includes(name), `${name} in ${seen.symbols.join(' ')}`);
  }
  assert.equal(seen.definition, 6);
  assert.deepEqual([...seen.references].sort(), [4, 6]);
  assert.equal(seen.renamed, spec.replace('owner: ops', 'owner: claims-ops').replace('  ops:', '  claims-ops:'));
  assert.match(seen.refused, /is not an id: only ids can be renamed/);
});
