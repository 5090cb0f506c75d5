import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'apps/cli/bin/clearspan.mjs');

interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
}

interface Run {
  readonly processes: readonly RunningProcess[];
  readonly otlp_url: string;
  readonly otlp_grpc_url: string | null;
}

export interface System extends Run {
  readonly data: string;
  readonly portBase: number;
  process(name: string): RunningProcess;
  /** Everything `clearspan up` has printed. */
  output(): string;
  url(service: string): string;
  /** The exit code of `clearspan up`. */
  readonly exited: Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Variables of the machine must not change what is tested. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:OTEL_|CLEARSPAN_|OPENAI_|.*_SERVICE_URL$|VITEST|NODE_OPTIONS$)/.test(name),
    ),
  );

/** The command as a user runs it; resolves when it ends. */
export const clearspan = (
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env: { ...environment(), ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The data directory of a system that ran before; a new, empty one by default. */
  readonly data?: string;
  /** Example systems started beside it. */
  readonly examples?: readonly string[];
}

/** `clearspan up` on its own ports; resolves when it says that all is ready. */
export const startSystem = async (
  portBase: number,
  { env = {}, data: given, examples = [] }: StartOptions = {},
): Promise<System> => {
  const data = given ?? mkdtempSync(join(tmpdir(), 'clearspan-e2e-'));
  const args = [CLI, 'up', '--data', data, '--port-base', String(portBase)];
  if (examples.length > 0) args.push('--with', examples.join(','));
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...environment(), ...env } });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const ready = eventually(
    'the system is ready',
    async () => (/ready in [\d.]+ s/.test(output) ? true : undefined),
    60_000,
  );
  const first = await Promise.race([ready.then(() => 'ready' as const), exited.then((code) => ({ code }))]);
  if (first !== 'ready') throw new Error(`clearspan up ended with ${first.code}:\n${output}`);
  const run = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as Run;
  const named = (name: string): RunningProcess => {
    const found = run.processes.find((one) => one.name === name);
    if (!found) throw new Error(`no process ${name} in run.json`);
    return found;
  };
  return {
    ...run,
    data,
    portBase,
    output: () => output,
    process: named,
    url: (service) => named(service).url,
    exited,
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(data, { recursive: true, force: true });
    },
  };
};
