/** Runs the real supervisor on children named on the command line: what the tests start and send signals to. */
import { join } from 'node:path';
import { httpReady } from '../../src/supervisor/http-ready.ts';
import type { ProcessSpec } from '../../src/supervisor/process-plan.ts';
import { runSupervised } from '../../src/supervisor/run-supervised.ts';
import { processTerminal } from '../../src/terminal.ts';

interface Drive {
  readonly dataDir: string;
  readonly children: readonly {
    readonly name: string;
    readonly script: string;
    readonly port: number;
    readonly wave: 1 | 2 | 3;
  }[];
  readonly readyMs: number;
  readonly stopMs: number;
}

const drive = JSON.parse(process.argv[2] ?? '') as Drive;

const processes = drive.children.map(
  (child): ProcessSpec => ({
    name: child.name,
    args: [join(import.meta.dirname, 'children', `${child.script}.ts`)],
    cwd: drive.dataDir,
    env: { PATH: process.env.PATH ?? '', PORT: String(child.port), OTEL_SERVICE_NAME: child.name },
    url: `http://127.0.0.1:${child.port}`,
    ports: [{ port: child.port, variable: 'PORT' }],
    stopWave: child.wave,
  }),
);

process.exitCode = await runSupervised(
  {
    processes,
    dataDir: drive.dataDir,
    otlpUrl: 'http://127.0.0.1:4318',
    otlpGrpcUrl: null,
    node: process.execPath,
    readiness: (child, signal) => httpReady(child.spec.url, signal),
    limits: { readyMs: drive.readyMs, stopMs: drive.stopMs },
    onReady: () => console.log('all ready'),
  },
  processTerminal(),
);
