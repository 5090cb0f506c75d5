// Runs before `npm start` and `npm test`, with whatever Node is there: installs what is missing, builds the page and
// fills the compile cache when their sources changed, and makes sure that the Node which takes over runs TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const CODE_SOURCES = ['packages', 'services', 'apps/cli'];
const PAGE_SOURCES = ['apps/web', 'packages/text/src', 'packages/dataprime/src', 'packages/contracts/src'];

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const run = (title, command, args, env = {}) => {
  console.log(`${title} …`);
  const started = Date.now();
  const done = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  if (done.error) fail(`${title}: ${done.error.message}`);
  if (done.status !== 0) fail(`${title} failed:\n${done.stdout}${done.stderr}`);
  console.log(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

const installWhenStale = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules/.clearspan-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('Installing packages', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
};

/** The Node that `npm ci` brought where there is one for this platform, else the one that runs this. */
const nodeThatRunsTypeScript = () => {
  const brought = join(ROOT, 'node_modules/.bin/node');
  const broughtVersion = spawnSync(brought, ['-v'], { encoding: 'utf8' }).stdout;
  const version = broughtVersion || process.version;
  const [major, minor] = version.slice(1).split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 11)) return broughtVersion ? brought : process.execPath;
  fail(
    `Node 24.11 or newer is needed, found ${version.trim()}. On Linux x64 the install brings it; ` +
      'on other platforms install Node 24 first.',
  );
};

const filesBelow = (dir) =>
  readdirSync(join(ROOT, dir), { withFileTypes: true })
    .filter((entry) => !['dist', 'node_modules', 'test'].includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${dir}/${entry.name}`) : [`${dir}/${entry.name}`]))
    .sort((a, b) => (a < b ? -1 : 1));

/** Runs `make` unless what it makes is there and was made from these very sources. */
const whenStale = (name, sources, isThere, make) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow)) hash.update(file).update(readFileSync(join(ROOT, file)));
  const wanted = hash.digest('hex');
  const stamp = join(ROOT, `.cache/${name}.stamp`);
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  make();
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
};

installWhenStale();
const node = nodeThatRunsTypeScript();
whenStale('page', PAGE_SOURCES, existsSync(join(ROOT, 'apps/web/dist/index.html')), () =>
  run('Building the page', 'npm', ['run', '--silent', 'build:web']),
);
const compileCache = join(ROOT, '.cache/compile');
whenStale('compile', CODE_SOURCES, existsSync(compileCache), () =>
  run('Compiling', node, ['tools/compile-cache.ts'], { NODE_COMPILE_CACHE: compileCache }),
);
