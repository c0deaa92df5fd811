/** Texts that no artifact is, to be survived. */
export const hostile: Readonly<Record<string, string>> = {
  empty: '',
  'a byte order mark': '\ufeff',
  garbage: '\0\u0001{[}]:::\n- - -\n\t%&"\'',
  'one letter a million times': 'a'.repeat(1_000_000),
  'one bracket a hundred thousand times': '['.repeat(100_000),
  'deep nesting': Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'names of prototypes': '__proto__:\n  groups: 1\nconstructor: {}\ngroups:\n  - __proto__: x\n    rules: __proto__\n',
  'a list of nothing': 'groups:\n  -\n  - 1\n  - rules:\n    -\n    - x\n    - alert:\n    - alert: [a]\n    - {}\n',
  'aliases in a circle': 'groups: &a\n  - rules: *a\n',
  'many documents': '---\na: 1\n'.repeat(2000),
  'blank lines': '\n'.repeat(30_000),
  'a row of padded cells': `| a | b |\n| -   ${'|            '.repeat(40)}| x |\n`,
  'a colon and blanks': `a:${' '.repeat(20_000)}!\n`,
  'divisions and brackets': '=/['.repeat(20_000),
  'one word over and over': 'export '.repeat(10_000),
  'carriage returns only': 'groups:\r- rules:\r  - alert: A\r',
};
