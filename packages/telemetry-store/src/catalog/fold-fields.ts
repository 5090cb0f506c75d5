import type { CatalogField } from '@clearspan/contracts';
import { PROSE_WORDS_MIN } from './catalog-sql.ts';
import { distinctOf } from './distinct-hashes.ts';
import { SERVICES_MAX, servicesOf } from './field-services.ts';
import { type Counts, type FieldFacts, mergedCounts, type Sample } from './sample.ts';
import type { ShapeCount } from './shapes.ts';
import { type CatalogSource, type Dataset, type FieldType, SOURCES } from './sources.ts';
import { spreadAt } from './spread.ts';
import { unitOf } from './unit-of.ts';
import { valuePatterns } from './value-patterns.ts';

/** More distinct values than this, each in few records: values that identify, not values to choose from. */
const LISTED_DISTINCT_MIN = 200;
const IDENTIFYING_SHARE = 0.5;
const EXAMPLES = 5;
/** Text counts as a number where nearly all of it reads as one. */
const NUMERIC_SHARE = 0.95;

interface Seen {
  readonly type: FieldType;
  readonly records: number;
  readonly services: Counts;
}

interface Draft {
  readonly field: Omit<CatalogField, 'types' | 'presence'>;
  readonly seen: Seen[];
}

const rounded = (share: number): number => Math.round(Math.min(1, share) * 10_000) / 10_000;

/** What only numbers have. */
const numbersOf = (dataset: Dataset, place: Draft['field'], { records, spread }: FieldFacts): Partial<CatalogField> => {
  if (spread.numbers < records * NUMERIC_SHARE) return {};
  const unit = unitOf(dataset, place);
  const numbers = {
    min: spreadAt(spread, 0),
    p50: spreadAt(spread, 0.5),
    p95: spreadAt(spread, 0.95),
    max: spreadAt(spread, 1),
  };
  return unit === null ? { numbers } : { unit, numbers };
};

/** What only text has: its words and templates where it is prose, else what it looks like. */
const textsOf = (
  { type }: CatalogSource,
  { records, words, tokens, templates, top }: FieldFacts,
  distinct: number,
): Partial<CatalogField> => {
  if (words >= PROSE_WORDS_MIN && tokens.length > 0)
    return {
      tokens: tokens.map(([token, count]) => ({ token, count })),
      patterns: templates.map(([pattern, count]) => ({ pattern, share: rounded(count / records) })),
    };
  const patterns = type === 'string' ? valuePatterns(top, distinct) : [];
  return patterns.length > 0 ? { patterns } : {};
};

const draftOf = (dataset: Dataset, source: CatalogSource, facts: FieldFacts): Draft => {
  const { key, records, hashes, top, services } = facts;
  const distinct = distinctOf(hashes);
  const identifying = distinct > LISTED_DISTINCT_MIN && distinct > records * IDENTIFYING_SHARE;
  const listed = {
    ...source.placeOf(key),
    distinct,
    values: identifying ? [] : top.map(([value, count]) => ({ value, count })),
    examples: identifying ? top.slice(0, EXAMPLES).map(([value]) => value) : [],
  };
  return {
    seen: [{ type: source.type, records, services }],
    field: { ...listed, ...textsOf(source, facts, distinct), ...numbersOf(dataset, listed, facts) },
  };
};

/** The same path with values of several types: the one seen most often tells its values. */
const merged = (drafts: readonly Draft[]): Draft => {
  const [first, ...rest] = drafts.toSorted((a, b) => (b.seen[0]?.records ?? 0) - (a.seen[0]?.records ?? 0)) as [
    Draft,
    ...Draft[],
  ];
  const numbers = first.field.numbers ?? rest.find(({ field }) => field.numbers)?.field.numbers;
  const unit = drafts.find(({ field }) => field.unit !== undefined)?.field.unit;
  return {
    field: {
      ...first.field,
      distinct: drafts.reduce((sum, { field }) => sum + field.distinct, 0),
      ...(numbers ? { numbers } : {}),
      ...(unit === undefined ? {} : { unit }),
    },
    seen: drafts.flatMap(({ seen }) => seen),
  };
};

const shapeDraft = ({ path, type, records }: ShapeCount, scale: number): Draft => ({
  seen: [{ type, records: records * scale, services: [] }],
  field: { root: 'd', path: [...path], distinct: 0, values: [], examples: [] },
});

const prefixesOf = (path: readonly string[]): string[] =>
  path.slice(0, -1).map((_, i) => JSON.stringify(path.slice(0, i + 1)));

/**
 * Objects that are told by nothing else: empty ones, or a path that also holds values of another type. The others are
 * known by the fields below them, and listing them would say that any key may be there.
 */
export const tellingShapes = (
  shapes: readonly ShapeCount[],
  known: readonly { readonly root: string; readonly path: readonly string[] }[],
): readonly ShapeCount[] => {
  const fields = known.filter(({ root }) => root === 'd');
  const above = new Set([...fields, ...shapes].flatMap(({ path }) => prefixesOf(path)));
  const mixed = new Set(
    [...fields, ...shapes.filter(({ type }) => type === 'array')].map(({ path }) => JSON.stringify(path)),
  );
  return shapes.filter(({ path, type }) => {
    const key = JSON.stringify(path);
    return type === 'array' || mixed.has(key) || !above.has(key);
  });
};

/** The fields of a data set by what its records tell, the most present first. */
export const foldFields = (dataset: Dataset, sample: Sample): CatalogField[] => {
  const { records: sampled, fields, shapes, shapesRecords } = sample;
  const drafts = fields.flatMap((facts) => {
    const source = SOURCES[dataset][facts.source];
    return source === undefined ? [] : [draftOf(dataset, source, facts)];
  });
  const scale = shapesRecords === 0 ? 0 : sampled / shapesRecords;
  const known = drafts.map(({ field }) => field);
  const all = [...drafts, ...tellingShapes(shapes, known).map((shape) => shapeDraft(shape, scale))];
  const byPlace = Map.groupBy(all, ({ field }) => JSON.stringify([field.root, field.path]));
  return [...byPlace.values()]
    .map(merged)
    .map(({ field, seen }): CatalogField => {
      const records = seen.reduce((sum, one) => sum + one.records, 0);
      const types = seen.map(({ type, records: some }) => ({ type, share: rounded(some / records) }));
      const presence = sampled === 0 ? 0 : rounded(records / sampled);
      const services = seen.reduce<Counts>((all, one) => mergedCounts(all, one.services, SERVICES_MAX), []);
      return { ...field, types, presence, ...servicesOf(services, presence) };
    })
    .sort((a, b) => b.presence - a.presence || JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)));
};
