import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_STATUS } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesIn } from './support/doc-examples.ts';
import { eventually } from './support/eventually.ts';
import { get } from './support/http.ts';
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
  'docs/telemetry-store.md',
  'docs/assistant.md',
  'docs/tasks.md',
];
const examples = DOCUMENTS.flatMap(examplesIn);
const api = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');

/** Well within the limit of requests a minute, also when an example never fits. */
const WAIT_MS = 6_000;

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
  const told = [...api.matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [code, Number(status)]);
  expect(Object.fromEntries(told)).toEqual(PROBLEM_STATUS);
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
    system = await startSystem(18_800, { env: { METRICS_COLLECTION_INTERVAL: '1000' } });
  });
  afterAll(() => system?.stop());

  test.each(examples.filter(({ running }) => running))('$file:$line $command', async ({ command, expected }) => {
    // What the commands of the system print depends on what happened there; requests have answers of a shape.
    const shown = command.includes('curl') ? expected || '{"success": true}' : '';
    let told = '';
    // Telemetry and background tasks take a moment to arrive.
    await eventually('what the document shows', () => fits(command, shown, (text) => (told = text)), WAIT_MS).catch(
      (error: unknown) => {
        throw new Error(told, { cause: error });
      },
    );
  });

  test('docs/api.md has every route of the gateway', async () => {
    const { body } = await get(`${system?.url('api-gateway')}/api/openapi.json`);
    const paths = Object.entries(body.paths as Record<string, Record<string, unknown>>);
    const routes = paths.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const told = [...api.matchAll(/^### ((?:GET|POST) \S+)$/gm)].map(([, route]) => route as string);
    expect(told.toSorted()).toEqual(routes.toSorted());
  });

  test('docs/api.md has every metric of every service', async () => {
    const pages = await Promise.all((system?.processes ?? []).map(({ url }) => get(`${url}/metrics`)));
    const metrics = pages.flatMap(({ body }) => [...String(body).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    expect(metrics.length).toBeGreaterThan(0);
    expect([...new Set(metrics)].filter((name) => !api.includes(`\`${name}\``))).toEqual([]);
  });
});
