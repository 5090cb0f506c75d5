/**
 * How long the language takes at the keyboard: reading and checking a query of ten stages, and completing with 5,000
 * keys known. `node bench/language/main.ts [rounds]`. The cases take turns, after a warm-up. Beside parsing stands
 * `JSON.parse` of a text of the same length: no other grammar of this language, or of one like it, is among the
 * dependencies, and the engine's own parser in C++ is the floor, not a rival; checking and completing have no peer.
 * CPU time comes in ticks of milliseconds, so only its mean tells something: it leaves out what else the machine does.
 */
import { cpus } from 'node:os';
import { CASES, jsonOfSameLength, TEN_STAGES } from './cases.ts';

const ROUNDS_DEFAULT = 300;
const WARM_UP_ROUNDS = 100;

interface Times {
  readonly cpu: number[];
  readonly wall: number[];
}

/** Runs it and, unless that was to warm up, notes the milliseconds. */
const timed = (run: () => unknown, into: Times, counts: boolean): void => {
  const before = process.threadCpuUsage();
  const started = performance.now();
  run();
  const wall = performance.now() - started;
  const { user, system } = process.threadCpuUsage(before);
  if (!counts) return;
  into.cpu.push((user + system) / 1000);
  into.wall.push(wall);
};
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const rounds = Number(process.argv[2] ?? ROUNDS_DEFAULT);
const json = jsonOfSameLength();
const peer: Times = { cpu: [], wall: [] };
const times = CASES.map((one) => ({ ...one, ms: { cpu: [], wall: [] } as Times }));
for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
  timed(() => JSON.parse(json), peer, round >= 0);
  for (const { prepare, ms } of times) timed(prepare(), ms, round >= 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shown = (ms: number): string => ms.toFixed(3).padStart(7);
const floor = at(peer.wall, 0.5);
const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;
console.log(`${machine}; ${rounds} rounds after ${WARM_UP_ROUNDS}`);
console.log(`query of ${TEN_STAGES.length} characters; JSON.parse of as many: median ${floor.toFixed(4)} ms`);
console.log(' median     p99 CPU, mean   bar  case');
const over: string[] = [];
for (const { name, barMs, ms } of times) {
  const median = at(ms.wall, 0.5);
  const cpu = mean(ms.cpu);
  const ratio = name.startsWith('parse,') ? ` (${(median / floor).toFixed(1)} times JSON.parse)` : '';
  console.log(
    `${shown(median)} ${shown(at(ms.wall, 0.99))}   ${shown(cpu)} ${barMs.toFixed(1).padStart(5)}  ${name}${ratio}`,
  );
  // A median above its mean of CPU time was spent waiting for the machine.
  if (Math.min(median, cpu) > barMs) over.push(name);
}
console.log(over.length === 0 ? 'all within their bars' : `over the bar: ${over.join('; ')}`);
process.exitCode = over.length === 0 ? 0 : 1;
