import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_STATUS } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesIn } from './support/doc-examples.ts';
import { eventually } from './support/eventually.ts';
import { get, post } from './support/http.ts';
import { readSamples } from './support/prometheus-text.ts';
import { SHOP_SERVICES } from './support/shop.ts';
import { shownFault } from './support/shown-answer.ts';
import { type System, startSystem } from './support/system.ts';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = [
  'README.md',
  'docs/command-line.md',
  'docs/api.md',
  'docs/dataprime.md',
  'docs/language/README.md',
  'docs/language-server.md',
  'docs/mcp.md',
  'docs/telemetry-store.md',
  'docs/assistant.md',
  'docs/tasks.md',
  'docs/storefront.md',
];
const examples = DOCUMENTS.flatMap(examplesIn);
const api = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
const storefront = readFileSync(join(ROOT, 'docs/storefront.md'), 'utf8');

/** Names in the first column of the table of the storefront that follows `<!-- name -->`, each with the second column. */
const told = (name: string): ReadonlyMap<string, string> => {
  const [, rest = ''] = storefront.split(`<!-- ${name} -->\n`);
  const [table = ''] = rest.split('\n\n');
  return new Map(
    [...table.matchAll(/^\| `([^`]+)` \| ([^|]*)\|/gm)].map(([, first = '', second = '']) => [first, second]),
  );
};

/** What the data holds is looked at anew every quarter of a minute, by the store and by who asks it. */
const WAIT_MS = 40_000;
/** Until a fault has shown in what visitors ask for. */
const SHOP_WAIT_MS = 40_000;

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let system: System | undefined;

/** As typed into a shell in `docs/examples`, with `npx clearspan` and the default ports replaced by what runs here. */
const shell = (command: string): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const cli = `"${process.execPath}" "${join(ROOT, 'apps/cli/bin/clearspan.mjs')}"`;
    const base = system?.portBase ?? 8_000;
    const here = command
      .replaceAll('npx clearspan', cli)
      .replaceAll('http://localhost:4318', system?.otlp_url ?? 'http://localhost:4318')
      .replaceAll(/localhost:8(\d{3})/g, (_, rest) => `localhost:${base + Number(rest)}`);
    const child = spawn('sh', ['-c', here], {
      cwd: join(ROOT, 'docs/examples'),
      env: { ...process.env, ...(system ? { CLEARSPAN_DATA: system.data } : {}) },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

/** Runs a command once; throws what is wrong with what it printed. */
const fits = async (command: string, shown: string, tell: (text: string) => void): Promise<true> => {
  const { code, stdout, stderr } = await shell(command);
  tell(`exit code ${code}\n${stdout}${stderr}`);
  const fault = code !== 0 || stdout === '' ? 'expected an answer' : shownFault(shown, stdout);
  if (fault !== null) throw new Error(fault);
  return true;
};

test.each(DOCUMENTS)('%s has examples', (file) => {
  expect(examples.filter((example) => example.file === file).length).toBeGreaterThan(0);
});

test('docs/api.md has every problem code with its status', () => {
  const shown = [...api.matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [code, Number(status)]);
  expect(Object.fromEntries(shown)).toEqual(PROBLEM_STATUS);
});

describe('examples that print what they say', () => {
  test.each(examples.filter(({ running }) => !running))('$file:$line $command', async ({ command, expected }) => {
    const { stdout, stderr } = await shell(command);
    // How long it took is told on standard error, and differs each time.
    expect(stdout.replaceAll('\r\n', '\n') + stderr.replaceAll(/^.* ms\n?$/gm, '')).toBe(expected);
  });
});

describe('examples on the running system', () => {
  beforeAll(async () => {
    // Otherwise the metrics of the system itself come a minute after its start.
    const env = { METRICS_COLLECTION_INTERVAL: '1000', RATE_LIMIT_PER_MINUTE: '1000' };
    system = await startSystem(18_800, { env, examples: ['storefront'] });
  });
  afterAll(() => system?.stop());

  test.each(examples.filter(({ running }) => running))('$file:$line $command', async ({ file, command, expected }) => {
    const ofShop = file === 'docs/storefront.md';
    // What the commands of the system print depends on what happened there; requests have answers of a shape. In the shop
    // happens what its document lets happen.
    const shown = command.includes('curl') ? expected || '{"success": true}' : ofShop ? expected : '';
    let printed = '';
    // Telemetry and background tasks take a moment to arrive.
    const attempt = (): Promise<true> => fits(command, shown, (text) => (printed = text));
    await eventually('what the document shows', attempt, ofShop ? SHOP_WAIT_MS : WAIT_MS).catch((error: unknown) => {
      throw new Error(printed, { cause: error });
    });
  });

  test('docs/api.md has every route of the gateway', async () => {
    const { body } = await get(`${system?.url('api-gateway')}/api/openapi.json`);
    const paths = Object.entries(body.paths as Record<string, Record<string, unknown>>);
    const routes = paths.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const shown = [...api.matchAll(/^### ((?:GET|POST) \S+)$/gm)].map(([, route]) => route as string);
    expect(shown.toSorted()).toEqual(routes.toSorted());
  });

  test('docs/api.md has every metric of every service', async () => {
    const pages = await Promise.all((system?.processes ?? []).map(({ url }) => get(`${url}/metrics`)));
    const metrics = pages.flatMap(({ body }) =>
      [...String(body).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name),
    );
    expect(metrics.length).toBeGreaterThan(0);
    const shown = (name: string): boolean => api.includes(`\`${name}\``) || told('metrics').has(name);
    expect([...new Set(metrics)].filter((name) => !shown(name))).toEqual([]);
  });

  test.each(SHOP_SERVICES)('docs/storefront.md has the labels of the metrics of %s', async (service) => {
    const { body } = await get(`${system?.url(service)}/metrics`);
    const metrics = told('metrics');
    let compared = 0;
    for (const sample of readSamples(String(body)).keys()) {
      const [, name = '', labels = ''] = /^(\w+?)(?:_bucket|_count|_sum)?(?:\{(.*)\})?$/.exec(sample) ?? [];
      const shown = metrics.get(name);
      if (shown === undefined) continue;
      compared += 1;
      const keys = [...labels.matchAll(/(\w+)="/g)].map(([, key = '']) => key).filter((key) => key !== 'le');
      expect([...shown.matchAll(/`(\w+)`/g)].map(([, key = '']) => key).toSorted(), name).toEqual(keys.toSorted());
    }
    expect(compared).toBeGreaterThan(0);
  });

  const shopRows = async (query: string): Promise<{ $d: { name: string } }[]> => {
    const { status, body } = await post(`${system?.url('api-gateway')}/api/query`, { query });
    expect(status, query).toBe(200);
    return body.rows;
  };

  test('docs/storefront.md has every sentence of the log and every span of the shop', async () => {
    const lines = await shopRows(
      "source logs | filter $l.applicationname == 'storefront' && $m.severity < ERROR | countby logRecord.body as name",
    );
    const sentences = [...told('sentences').keys()];
    const untold = lines.filter(({ $d }) => !sentences.some((one) => $d.name.startsWith(one)));
    expect(lines.length).toBeGreaterThan(0);
    expect(untold).toEqual([]);
    const spans = await shopRows(
      "source spans | filter $l.applicationName == 'storefront' | countby $l.operationName as name",
    );
    expect(spans.length).toBeGreaterThan(0);
    expect(spans.filter(({ $d }) => !storefront.includes($d.name))).toEqual([]);
  });

  const questions = [...storefront.matchAll(/^Ask "(.+)", or run$/gm)].map(([, question]) => question as string);
  test.each(questions)('leaves no word out of: %s', async (question) => {
    await eventually('a question that is read whole', async () => {
      const { body } = await post(`${system?.url('api-gateway')}/api/generate-query`, { user_input: question });
      expect(body).toMatchObject({ kind: 'answer', ignored: [] });
      expect(body.confidence).toBeGreaterThan(0.8);
      return true;
    });
  });
});
