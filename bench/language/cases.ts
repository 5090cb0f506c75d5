import { check, completeAt, parse, type SchemaSource } from '@clearspan/dataprime';
import { newSchema } from './schema.ts';

/** What is timed, and what it must stay under. `prepare` is not timed. */
export interface Case {
  readonly name: string;
  readonly barMs: number;
  readonly prepare: () => () => unknown;
}

/** Ten stages, of the kinds that are used most. */
export const TEN_STAGES = `source logs last 1h
| filter $m.severity >= WARNING && $l.applicationname == 'shop'
| filter msg ~ 'timeout while calling' || http.status >= 500
| extract msg into found using regexp(e=/upstream (?<service>[a-z]+) after/)
| create seconds from duration_ms / 1000
| create slow from case { seconds > 10 -> 'very', seconds > 1 -> 'rather', _ -> 'not' }
| groupby $m.timestamp / 5m as time, region, slow, found.service as upstream aggregate count() as n, avg(seconds) as mean, percentile(0.95, seconds) as p95
| filter n > 10 && mean < 100
| orderby p95 desc, n desc
| limit 100`;

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

const CHECK_MS = 1;
const COMPLETION_MS = 5;
/** Once for each schema. */
const FIRST_COMPLETION_MS = 10;

const completion = (place: string, barMs: number, schema: () => SchemaSource, name: string): Case => ({
  name: `completion ${name} ${place}`,
  barMs,
  prepare: () => {
    const text = PREFIX + place;
    const known = schema();
    return () => completeAt(text, text.length, { schema: known });
  },
});

const warm = newSchema();

export const CASES: readonly Case[] = [
  { name: 'parse, ten stages', barMs: CHECK_MS, prepare: () => () => parse(TEN_STAGES) },
  { name: 'parse and check, ten stages', barMs: CHECK_MS, prepare: () => () => check(parse(TEN_STAGES)) },
  {
    name: 'parse and check, ten stages, 5,000 keys known',
    barMs: CHECK_MS,
    prepare: () => () => check(parse(TEN_STAGES), { schema: warm }),
  },
  ...PLACES.map((place) => completion(place, COMPLETION_MS, () => warm, 'after')),
  // As on the first keystroke: what is kept of a schema is not there yet.
  ...PLACES.slice(1, 3).map((place) => completion(place, FIRST_COMPLETION_MS, newSchema, 'with a new schema after')),
];

/** JSON of the same length, read by the engine's own parser: the floor that no parser written in JavaScript reaches. */
export const jsonOfSameLength = (): string => {
  const words = TEN_STAGES.split(/\s+/);
  const text = (count: number): string =>
    JSON.stringify(words.slice(0, count).map((word, index) => ({ [word]: index })));
  const count = words.findIndex((_, index) => text(index).length >= TEN_STAGES.length);
  return text(count < 0 ? words.length : count);
};
