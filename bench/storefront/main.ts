/**
 * `node bench/storefront/main.ts [rounds] [seconds]`: the shop with all its telemetry beside the same services
 * without any, with and without their lines on standard output, under `wrk`, in turns. Telemetry goes to a process that keeps nothing.
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
const PORT_BASE = 29_000;
/** Of the throughput without telemetry. */
const BAR = 0.7;

interface Side {
  readonly name: string;
  readonly shop: Shop;
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

const measure = ({ shop, perSecond, cpuMsPerRequest }: Side): void => {
  const before = cpuMs(shop);
  const loaded = load(shop, seconds);
  perSecond.push(loaded.perSecond);
  cpuMsPerRequest.push((cpuMs(shop) - before) / loaded.requests);
};

const sink = fork(here('sink.ts'));
const [port] = (await once(sink, 'message')) as [number];
const ENVIRONMENTS = {
  'with telemetry': { TELEMETRY_STORE_OTLP_URL: `http://127.0.0.1:${port}` },
  'without, its log on standard output': { OTEL_SDK_DISABLED: 'true' },
  'without, nor a line of a log': { OTEL_SDK_DISABLED: 'true', LOG_LEVEL: 'silent' },
};
const sides: Side[] = [];
try {
  for (const [name, env] of Object.entries(ENVIRONMENTS)) {
    const shop = await startShop(PORT_BASE + 10 * sides.length, env);
    sides.push({ name, shop, perSecond: [], cpuMsPerRequest: [] });
  }
  for (const { shop } of sides) load(shop, seconds);
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) measure(side);
} finally {
  await Promise.all(sides.map(({ shop }) => shop.stop()));
  sink.disconnect();
}
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds of ${seconds} s in turns`,
);
const ours = median(sides[0]?.perSecond ?? []);
for (const { name, perSecond, cpuMsPerRequest } of sides) {
  const rate = median(perSecond);
  const cpu = median(cpuMsPerRequest).toFixed(3);
  const ratio = ours / rate;
  const verdict = ratio >= BAR ? 'within' : 'not within';
  console.log(
    `${name.padEnd(36)} ${rate.toFixed(0).padStart(6)} requests a second, ${cpu} ms of CPU each; the first makes ${ratio.toFixed(2)} of it: ${verdict} ${BAR}`,
  );
}
