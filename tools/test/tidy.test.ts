import { describe, expect, test } from 'vitest';
import { fileNames } from '../tidy/file-names.ts';
import { fileSizes } from '../tidy/file-sizes.ts';
import { goldenFiles } from '../tidy/golden-files.ts';
import { layers } from '../tidy/layers.ts';
import { links } from '../tidy/links.ts';
import { purity } from '../tidy/purity.ts';
import type { Rule } from '../tidy/rule.ts';
import { variables } from '../tidy/variables.ts';
import { wording } from '../tidy/wording.ts';

const file = (path: string, text: string) => ({ path, text });

/** Each rule with a file that breaks it, a file that does not, and what it says of the first. */
const CASES: readonly (readonly [string, Rule, string, string, string, RegExp])[] = [
  ['a long file', fileSizes, 'packages/text/src/a.ts', 'x\n'.repeat(501), 'x\n'.repeat(500), /501 lines/],
  ['a name that is not kebab-case', fileNames, 'packages/text/src/someThing.ts', '', '', /kebab-case/],
  ['a drawer', fileNames, 'packages/text/src/utils/x.ts', '', '', /drawer/],
  [
    'export *',
    fileNames,
    'packages/text/src/a.ts',
    "export * from './b.ts';",
    "export { b } from './b.ts';",
    /list the names/,
  ],
  ['a golden result alone', goldenFiles, 'packages/dataprime/test/golden/a.rows', '', '', /no \.dp file/],
  ['the clock in a pure package', purity, 'packages/text/src/a.ts', 'const t = Date.now();', '// Date.now()', /clock/],
  [
    'a Node module in a pure package',
    purity,
    'packages/text/src/a.ts',
    "import 'node:fs';",
    "import './b.ts';",
    /node:fs/,
  ],
  ['an upward import', layers, 'packages/text/src/a.ts', "import { x } from '@clearspan/mesh';", '', /does not name/],
  ['a dead link', links, 'docs/a.md', '[x](nowhere.md)', '[x](../README.md)', /no file/],
  ['a dead heading', links, 'README.md', '# One\n[x](#two)', '# One\n[x](#one)', /no heading/],
  ['unfinished work', wording, 'packages/text/src/a.ts', '// TO' + 'DO: later', '// done', /unfinished/],
  ['a path of one machine', wording, 'docs/a.md', 'see /ro' + 'ot/x', 'see ./x', /path/],
  [
    'a variable that is not documented',
    variables,
    'services/web/src/config.ts',
    '  NEW_THING: port(1),',
    '',
    /NEW_THING/,
  ],
];

describe('the rules of the repository', () => {
  test.each(CASES)('find %s', (_, rule, path, bad, good, message) => {
    expect(rule([file(path, bad)]).join('\n')).toMatch(message);
    if (good !== '') expect(rule([file(path, good)])).toEqual([]);
  });
});
