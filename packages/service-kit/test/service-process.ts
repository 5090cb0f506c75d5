import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** The address it says it listens on, told through the channel to its parent. */
  readonly ready: Promise<string>;
  /** Resolves once a line of its output contains the text. */
  line(containing: string): Promise<string>;
  lines(): readonly string[];
  errors(): string;
}

/** The small service of `fixtures`, as a process of its own. Nothing listens where it would send its telemetry. */
export const startProcess = (env: Record<string, string>): ServiceProcess => {
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=4',
      '--import',
      '@clearspan/instrumentation/register',
      fileURLToPath(new URL('fixtures/hello-service.ts', import.meta.url)),
    ],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { PATH: process.env.PATH, TELEMETRY_STORE_OTLP_URL: 'http://127.0.0.1:9', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const lines: string[] = [];
  let errors = '';
  const waiting = new Set<{ containing: string; resolve: (line: string) => void }>();
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    lines.push(line);
    for (const one of waiting) if (line.includes(one.containing)) one.resolve(line);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    child,
    exited: new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        const unread = [child.stdout, child.stderr].filter((stream) => stream && !stream.destroyed);
        void Promise.all(unread.map((stream) => new Promise((closed) => stream?.once('close', closed)))).then(() =>
          resolve({ code, signal }),
        );
      }),
    ),
    ready: new Promise((resolve) =>
      child.on(
        'message',
        (message: { kind?: string; url: string }) => message.kind === 'ready' && resolve(message.url),
      ),
    ),
    line: (containing) =>
      new Promise((resolve) => {
        const seen = lines.find((line) => line.includes(containing));
        if (seen) resolve(seen);
        else waiting.add({ containing, resolve });
      }),
    lines: () => lines,
    errors: () => errors,
  };
};
