/**
 * `node bench/storefront/main.ts [rounds] [seconds]`: the shop with all its telemetry beside the same services without
 * any, under `wrk`, in turns. Telemetry goes to a process that keeps nothing.
 */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from '../in-turns.ts';
import { cpuSecondsOf } from '../ingest/cpu.ts';
import { type Shop, startShop } from './shop.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const [rounds = 5, seconds = 6] = process.argv.slice(2).map(Number);
const CONNECTIONS = 16;
const BAR = 0.7;

/** No spans, no metrics, no line of a log. */
const BARE = { OTEL_SDK_DISABLED: 'true', LOG_LEVEL: 'silent' };

interface Measured {
  readonly perSecond: number[];
  /** Milliseconds of all three processes. */
  readonly cpuMsPerRequest: number[];
}

const cpuMs = ({ pids }: Shop): number => pids.reduce((sum, pid) => sum + cpuSecondsOf(pid) * 1_000, 0);

const load = (shop: Shop, forSeconds: number): { perSecond: number; requests: number } => {
  const { stdout, stderr, error } = spawnSync(
    'wrk',
    ['-t1', `-c${CONNECTIONS}`, `-d${forSeconds}s`, '-s', here('mix.lua'), shop.url],
    { encoding: 'utf8' },
  );
  if (error) throw new Error('wrk is needed: apt-get install wrk', { cause: error });
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1];
  if (!(perSecond > 0) || failed !== undefined)
    throw new Error(`${failed ?? 'all'} requests failed\n${stdout}${stderr}`);
  return { perSecond, requests };
};

const measure = (shop: Shop, into: Measured): void => {
  const before = cpuMs(shop);
  const { perSecond, requests } = load(shop, seconds);
  into.perSecond.push(perSecond);
  into.cpuMsPerRequest.push((cpuMs(shop) - before) / requests);
};

const sink = fork(here('sink.ts'));
const [port] = (await once(sink, 'message')) as [number];
const seen = await startShop(29_000, { TELEMETRY_STORE_OTLP_URL: `http://127.0.0.1:${port}` });
const bare = await startShop(29_100, BARE);
const withTelemetry: Measured = { perSecond: [], cpuMsPerRequest: [] };
const without: Measured = { perSecond: [], cpuMsPerRequest: [] };
try {
  for (const shop of [seen, bare]) load(shop, seconds);
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) measure(seen, withTelemetry);
    measure(bare, without);
    if (round % 2 === 1) measure(seen, withTelemetry);
  }
} finally {
  await Promise.all([seen.stop(), bare.stop()]);
  sink.disconnect();
}
const ours = median(withTelemetry.perSecond);
const theirs = median(without.perSecond);
const cpu = median(withTelemetry.cpuMsPerRequest);
const bareCpu = median(without.cpuMsPerRequest);
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds of ${seconds} s in turns`,
);
console.log(`with telemetry     ${ours.toFixed(0).padStart(6)} requests a second, ${cpu.toFixed(3)} ms of CPU each`);
console.log(
  `without            ${theirs.toFixed(0).padStart(6)} requests a second, ${bareCpu.toFixed(3)} ms of CPU each`,
);
const ratio = ours / theirs;
console.log(`throughput ${ratio.toFixed(2)} of that without: ${ratio >= BAR ? 'within' : 'not within'} ${BAR}`);
