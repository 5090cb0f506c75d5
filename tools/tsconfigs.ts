/**
 * Keeps each workspace's tsconfig in step with its package.json: what a workspace does not depend on, the compiler
 * does not let it import. `node tools/tsconfigs.ts` writes them, `--check` only compares.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { BROWSER, INFERRED, PURE } from './layers.ts';
import { ROOT, type Workspace, workspaces } from './workspaces.ts';

const reference = (from: string, to: string): { path: string } => ({ path: relative(from, to) });

const sourceConfig = (w: Workspace): object => ({
  extends: relative(
    w.dir,
    PURE.includes(w.dir)
      ? 'tsconfig.pure.json'
      : w.dir === BROWSER.workspace
        ? 'tsconfig.browser.json'
        : 'tsconfig.base.json',
  ),
  compilerOptions: {
    ...(INFERRED.includes(w.dir) || /^(?:services|examples)\//.test(w.dir) ? { isolatedDeclarations: false } : {}),
    rootDir: 'src',
    outDir: relative(w.dir, `.cache/types/${w.dir}`),
    tsBuildInfoFile: relative(w.dir, `.cache/types/${w.dir}.tsbuildinfo`),
  },
  include: ['src'],
  references: w.needs.map((dir) => reference(w.dir, dir)),
});

const testConfig = (w: Workspace): object => {
  const dir = `${w.dir}/test`;
  // What else runs by hand and stands on the sources is checked with the tests.
  const beside = ['bench', 'eval'].filter((name) => existsSync(join(ROOT, w.dir, name)));
  return {
    extends: relative(dir, 'tsconfig.base.json'),
    compilerOptions: {
      rootDir: beside.length ? '..' : '.',
      outDir: relative(dir, `.cache/types/${dir}`),
      tsBuildInfoFile: relative(dir, `.cache/types/${dir}.tsbuildinfo`),
    },
    include: ['.', ...beside.map((name) => `../${name}`)],
    references: [w.dir, ...w.needs, ...w.testNeeds].map((to) => reference(dir, to)),
  };
};

const wanted = (): Map<string, string> => {
  const all = workspaces();
  const dirs: string[] = [];
  const files = new Map<string, string>();
  const put = (file: string, config: object): void => void files.set(file, `${JSON.stringify(config, null, 2)}\n`);
  for (const w of all) {
    put(`${w.dir}/tsconfig.json`, sourceConfig(w));
    dirs.push(w.dir);
    if (!existsSync(join(ROOT, w.dir, 'test'))) continue;
    put(`${w.dir}/test/tsconfig.json`, testConfig(w));
    dirs.push(`${w.dir}/test`);
  }
  const extra = ['tools', 'tools/test', 'e2e', 'bench'].filter((dir) => existsSync(join(ROOT, dir, 'tsconfig.json')));
  put('tsconfig.json', { files: [], references: [...dirs, ...extra].map((dir) => ({ path: dir })) });
  return files;
};

/** Files that differ from what they should be. */
export const staleConfigs = (): string[] =>
  [...wanted()]
    .filter(([file, text]) => !existsSync(join(ROOT, file)) || readFileSync(join(ROOT, file), 'utf8') !== text)
    .map(([file]) => file);

if (import.meta.main) {
  const stale = staleConfigs();
  if (process.argv.includes('--check')) {
    for (const file of stale) console.error(`${file} is not what package.json says; run node tools/tsconfigs.ts`);
    process.exitCode = stale.length ? 1 : 0;
  } else {
    const files = wanted();
    for (const file of stale) {
      mkdirSync(dirname(join(ROOT, file)), { recursive: true });
      writeFileSync(join(ROOT, file), files.get(file) as string);
    }
    console.log(`${stale.length} tsconfig files written`);
  }
}
