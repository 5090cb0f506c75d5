/**
 * More telemetry than the store can take, for minutes: what it does with memory, and whether it keeps what it answered.
 * `node bench/overload/main.ts [minutes] [connections]`. Clients that never wait send spans as fast as they are answered,
 * whatever the answer, while questions are asked. At the end the spans that can be queried are those of the requests that
 * were answered with 200.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStore } from '../ingest/store.ts';
import type { Flooded, FloodOrder } from './flood.ts';
import { watchMemory } from './memory.ts';

const MINUTES = Number(process.argv[2] ?? 10);
const CONNECTIONS = Number(process.argv[3] ?? 64);
const MEGABYTE = 1024 * 1024;

const dir = mkdtempSync(join(tmpdir(), 'overload-'));
const store = await startStore(join(dir, 'data'));
const flood = fork(fileURLToPath(new URL('flood.ts', import.meta.url)), [], { execArgv: [] });
try {
  console.log(
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; ${CONNECTIONS} connections, ${MINUTES} minutes`,
  );
  const memory = watchMemory(store.pid, (pssBytes, at) =>
    console.log(`  minute ${at}: ${Math.round(pssBytes / MEGABYTE)} MB`),
  );
  const order: FloodOrder = { url: store.otlpUrl, connections: CONNECTIONS, ms: MINUTES * 60_000 };
  flood.send(order);
  const [flooded] = (await once(flood, 'message')) as [Flooded];
  memory.stop();
  const { seconds, answers, spansAnswered, withoutRetryAfter } = flooded;
  const stored = await store.rowsOf('traces');
  const tell = (what: string, value: number): void => console.log(`${what} ${Math.round(value).toLocaleString('en')}`);
  tell('spans taken a second', spansAnswered / seconds);
  for (const [status, count] of Object.entries(answers)) tell(`requests answered ${status}`, count);
  tell('refusals that do not say when to come again', withoutRetryAfter);
  tell('spans answered with 200', spansAnswered);
  tell('spans that can be queried', stored);
  tell('highest memory of all processes, MB', memory.highestBytes() / MEGABYTE);
  if (stored !== spansAnswered) throw new Error('expected as many spans as were answered with 200');
} finally {
  flood.disconnect();
  await store.close();
  rmSync(dir, { recursive: true, force: true });
}
