/**
 * `node bench/assistant/main.ts [requests] [rounds]`: how long a question takes. First the reading alone, with 300 fields and
 * 5,000 values; then `POST /api/generate-query` of the running system, with its check, its rows, its task and its history,
 * by one client and by twenty.
 */
import { cpus } from 'node:os';
import { interpretTimes, quantile } from '../../packages/assistant/bench/interpret-times.ts';
import { cpuSecondsOf } from '../ingest/cpu.ts';
import { askTogether, untilKnown } from './ask-together.ts';
import { QUESTIONS } from './questions.ts';
import { startSeededSystem } from './system.ts';

const [requests = 300, rounds = 3] = process.argv.slice(2).map(Number);
/** Of 500 records each, of logs and of spans: 100,000 of both. */
const SEED_REQUESTS = 200;
/** What comes between two runs. The catalog is of the newest records, and the system's own would soon be all of them. */
const NEW_REQUESTS = 10;
const WARM_UP = 10 * QUESTIONS.length;
const BARS_MS: readonly (readonly [clients: number, p95: number])[] = [
  [1, 100],
  [20, 250],
];

const head = 'p50 ms  p95 ms  p99 ms';
const line = (ms: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => quantile(ms, share).toFixed(1).padStart(6)).join('  ');

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`);
const { firstMs, ms } = interpretTimes();
console.log(`${head}\n${line(ms)}  parse and rank, bar 20; the first, with its index, ${firstMs.toFixed(0)} ms`);

const system = await startSeededSystem();
const cpuSeconds = (): ReadonlyMap<string, number> =>
  new Map(system.processes.map(({ name, pid }) => [name, cpuSecondsOf(pid)]));
try {
  await system.send(SEED_REQUESTS);
  await untilKnown(system.gatewayUrl);
  await askTogether(system.gatewayUrl, 4, WARM_UP);
  for (let round = 1; round <= rounds; round++) {
    for (const [clients, bar] of BARS_MS) {
      await system.send(NEW_REQUESTS);
      await untilKnown(system.gatewayUrl);
      const before = cpuSeconds();
      const asked = await askTogether(system.gatewayUrl, clients, requests);
      const after = cpuSeconds();
      const cpu = [...after]
        .map(([name, used]) => [name, ((used - (before.get(name) ?? 0)) * 1_000) / requests] as const)
        .toSorted(([, a], [, b]) => b - a);
      const total = cpu.reduce((sum, [, used]) => sum + used, 0);
      console.log(
        `${line(asked.ms)}  ${clients} ${clients === 1 ? 'client' : 'clients'}, bar ${bar}; ${(requests / asked.seconds).toFixed(0)} a second, CPU ms ${total.toFixed(1)}: ${cpu
          .filter(([, used]) => used >= 0.5)
          .map(([name, used]) => `${name} ${used.toFixed(1)}`)
          .join(', ')}`,
      );
    }
  }
} finally {
  await system.close();
}
