/**
 * How long the language takes at the keyboard: reading and checking a query of ten stages, and completing with 5,000
 * keys known. `node bench/language/main.ts [rounds]`. The cases take turns, after a warm-up. Beside parsing stands
 * `JSON.parse` of a text of the same length: no other grammar of this language, or of one like it, is among the
 * dependencies, and the engine's own parser in C++ is the floor, not a rival; checking and completing have no peer.
 */
import { cpus } from 'node:os';
import { CASES, jsonOfSameLength, TEN_STAGES } from './cases.ts';

const ROUNDS_DEFAULT = 300;
const WARM_UP_ROUNDS = 100;

const timed = (run: () => unknown): number => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const rounds = Number(process.argv[2] ?? ROUNDS_DEFAULT);
const json = jsonOfSameLength();
const peer: number[] = [];
const times = CASES.map((one) => ({ ...one, ms: [] as number[] }));
for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
  const floor = timed(() => JSON.parse(json));
  if (round >= 0) peer.push(floor);
  for (const { prepare, ms } of times) {
    const found = timed(prepare());
    if (round >= 0) ms.push(found);
  }
}

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds after ${WARM_UP_ROUNDS}`,
);
console.log(
  `query of ${TEN_STAGES.length} characters; JSON.parse of ${json.length}: median ${at(peer, 0.5).toFixed(4)} ms`,
);
console.log(' median     p99     bar  case');
for (const { name, barMs, ms } of times) {
  const ratio = name.startsWith('parse,') ? ` (${(at(ms, 0.5) / at(peer, 0.5)).toFixed(0)} times JSON.parse)` : '';
  console.log(
    `${at(ms, 0.5).toFixed(3).padStart(7)} ${at(ms, 0.99).toFixed(3).padStart(7)} ${barMs.toFixed(1).padStart(7)}  ${name}${ratio}`,
  );
}
const over = times.filter(({ barMs, ms }) => at(ms, 0.5) > barMs);
console.log(
  over.length === 0 ? 'every median within its bar' : `over the bar: ${over.map(({ name }) => name).join('; ')}`,
);
process.exitCode = over.length === 0 ? 0 : 1;
