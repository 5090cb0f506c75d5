import type { CatalogLimits } from './catalog-sql.ts';
import { mergedHashes } from './distinct-hashes.ts';
import { SERVICES_MAX } from './field-services.ts';
import type { ShapeCount } from './shapes.ts';
import { mergedSpread, type Spread } from './spread.ts';

export type Counts = readonly (readonly [text: string, count: number])[];

/** What records tell of one key of one source. Two such are merged without the records. */
export interface FieldFacts {
  /** Index in `SOURCES`. */
  readonly source: number;
  readonly key: string;
  readonly records: number;
  /** The smallest hashes of its values, in order. */
  readonly hashes: readonly number[];
  /** The most frequent values, the most frequent first. */
  readonly top: Counts;
  /** Words of a value on average. */
  readonly words: number;
  /** The values that are numbers. */
  readonly spread: Spread;
  /** The most frequent words of prose. */
  readonly tokens: Counts;
  /** Its most frequent templates: texts with `<*>` in place of the words that hold a digit. */
  readonly templates: Counts;
  /** The services that have the most of its records. */
  readonly services: Counts;
}

/** What a number of records tell of their fields. */
export interface Sample {
  readonly records: number;
  readonly fields: readonly FieldFacts[];
  readonly shapes: readonly ShapeCount[];
  /** Records that shapes were counted in. */
  readonly shapesRecords: number;
}

export const NO_RECORDS: Sample = { records: 0, fields: [], shapes: [], shapesRecords: 0 };

type SampleLimits = Pick<CatalogLimits, 'fieldsMax' | 'valuesMax' | 'tokensMax' | 'templatesMax'>;

/** Both together, the most frequent first. */
export const mergedCounts = (a: Counts, b: Counts, max: number): Counts => {
  const counts = new Map(a);
  for (const [text, count] of b) counts.set(text, (counts.get(text) ?? 0) + count);
  return [...counts].sort((x, y) => y[1] - x[1]).slice(0, max);
};

const mergedFacts = (
  a: FieldFacts,
  b: FieldFacts,
  { valuesMax, tokensMax, templatesMax }: SampleLimits,
): FieldFacts => {
  const records = a.records + b.records;
  return {
    source: a.source,
    key: a.key,
    records,
    hashes: mergedHashes(a.hashes, b.hashes),
    top: mergedCounts(a.top, b.top, valuesMax),
    words: (a.words * a.records + b.words * b.records) / records,
    spread: mergedSpread(a.spread, b.spread),
    tokens: mergedCounts(a.tokens, b.tokens, tokensMax),
    templates: mergedCounts(a.templates, b.templates, templatesMax),
    services: mergedCounts(a.services, b.services, SERVICES_MAX),
  };
};

const mergedShapes = (a: readonly ShapeCount[], b: readonly ShapeCount[]): readonly ShapeCount[] =>
  [...Map.groupBy([...a, ...b], ({ type, path }) => JSON.stringify([type, path])).values()].map((same) => ({
    ...(same[0] as ShapeCount),
    records: same.reduce((sum, { records }) => sum + records, 0),
  }));

/** Of each source the fields that the most records have. */
const mostPresent = (fields: readonly FieldFacts[], max: number): readonly FieldFacts[] =>
  [...Map.groupBy(fields, ({ source }) => source).values()].flatMap((ofSource) =>
    ofSource.length <= max ? ofSource : ofSource.toSorted((a, b) => b.records - a.records).slice(0, max),
  );

/** What the records of both tell. */
export const mergedSample = (a: Sample, b: Sample, limits: SampleLimits): Sample => {
  if (a.records === 0) return b;
  if (b.records === 0) return a;
  const fields = new Map(a.fields.map((facts) => [JSON.stringify([facts.source, facts.key]), facts]));
  for (const facts of b.fields) {
    const key = JSON.stringify([facts.source, facts.key]);
    const known = fields.get(key);
    fields.set(key, known === undefined ? facts : mergedFacts(known, facts, limits));
  }
  return {
    records: a.records + b.records,
    fields: mostPresent([...fields.values()], limits.fieldsMax),
    shapes: mergedShapes(a.shapes, b.shapes),
    shapesRecords: a.shapesRecords + b.shapesRecords,
  };
};
