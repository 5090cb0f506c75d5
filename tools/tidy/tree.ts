import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../workspaces.ts';
import type { SourceFile } from './rule.ts';

const TEXT = /\.(?:ts|tsx|mjs|js|json|md|css|html|sql|dp|yml|yaml|sh)$|^\.ci\/run$/;

/** Every text file git knows or would add. */
export const readTree = (): readonly SourceFile[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
    .split('\0')
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json' && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
