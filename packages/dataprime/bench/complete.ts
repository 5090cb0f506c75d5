/**
 * Milliseconds of one completion with 5,000 known keys, at several places of a query: `node packages/dataprime/bench/complete.ts [runs]`.
 * The places are interleaved, so that a busy machine slows all of them alike. The bar is 5 ms for the median. `cold`
 * is with a schema that was never seen, as on the first keystroke.
 */
import { completeAt, type SchemaField, type SchemaSource, STRING } from '../src/index.ts';

const KEYS = 5_000;
const RUNS_DEFAULT = 51;
const BAR_MS = 5;

const fields = (): readonly SchemaField[] =>
  Array.from({ length: KEYS }, (_, index) => ({
    root: 'd',
    path: [`group${index % 50}`, `item.${index % 7}`, `field_${index}`],
    types: [STRING],
  }));
const schemaOf = (logs: readonly SchemaField[]): SchemaSource => ({ fields: () => logs });
const warm = schemaOf(fields());

const PREFIX = 'source logs last 1h | filter group1.a == 1 && unknown_key > 5 | create x from path | ';
const PLACES = [
  'filter ',
  'filter group4',
  'filter group4.',
  'filter field_4711',
  "filter group4['item.4'].fi",
  'groupby group3.x aggregate sum(gro',
  'filter group1.x == ',
  'li',
];

const timed = (text: string, schema: SchemaSource): number => {
  const start = process.hrtime.bigint();
  completeAt(text, text.length, { schema });
  return Number(process.hrtime.bigint() - start) / 1e6;
};
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const runs = Number(process.argv[2] ?? RUNS_DEFAULT);
const times = new Map(PLACES.map((place) => [place, { warm: [] as number[], cold: [] as number[] }]));
for (let run = 0; run < runs; run += 1)
  for (const [place, found] of times) {
    found.warm.push(timed(PREFIX + place, warm));
    found.cold.push(timed(PREFIX + place, schemaOf(fields())));
  }

const show = (ms: number): string => ms.toFixed(2).padStart(7);
console.log(`${KEYS} keys, ${runs} runs each; median ms, bar ${BAR_MS}`);
console.log('   warm    cold  place');
for (const [place, found] of times) console.log(`${show(median(found.warm))} ${show(median(found.cold))}  ${place}`);
process.exitCode = [...times.values()].some((found) => median(found.warm) > BAR_MS) ? 1 : 0;
