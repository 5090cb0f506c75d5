import type { CatalogField } from '@clearspan/contracts';
import { PROSE_WORDS_MIN } from './catalog-sql.ts';
import type { ShapeCount } from './shapes.ts';
import type { CatalogSource, Dataset, FieldType } from './sources.ts';
import { unitOf } from './unit-of.ts';
import { valuePatterns } from './value-patterns.ts';

type Pairs = readonly (readonly [string, string])[];

/** A row of `fieldsSql`. */
type FieldRow = [
  key: string,
  records: string,
  distinct: string,
  top: Pairs,
  words: number,
  numeric: string,
  min: number,
  p50: number,
  p95: number,
  max: number,
];

export interface SourceRows {
  readonly source: CatalogSource;
  readonly fields: readonly (readonly unknown[])[];
  readonly tokens: readonly (readonly unknown[])[];
}

export interface FoldInput {
  readonly dataset: Dataset;
  readonly sources: readonly SourceRows[];
  readonly shapes: readonly ShapeCount[];
  /** Records the rows were read from, and those the shapes were. */
  readonly sampled: number;
  readonly shapesSampled: number;
}

/** More distinct values than this, each in few records: values that identify, not values to choose from. */
const LISTED_DISTINCT_MIN = 200;
const IDENTIFYING_SHARE = 0.5;
const EXAMPLES = 5;
/** Text counts as a number where nearly all of it reads as one. */
const NUMERIC_SHARE = 0.95;

interface Seen {
  readonly type: FieldType;
  readonly records: number;
}

interface Draft {
  readonly field: Omit<CatalogField, 'types' | 'presence'>;
  readonly seen: Seen[];
}

const readRow = (
  dataset: Dataset,
  { source }: SourceRows,
  row: readonly unknown[],
  tokensOf: ReadonlyMap<string, Pairs>,
): Draft => {
  const [key, recordsText, distinctText, top, words, numericText, min, p50, p95, max] = row as FieldRow;
  const records = Number(recordsText);
  const distinct = Number(distinctText);
  const identifying = distinct > LISTED_DISTINCT_MIN && distinct > records * IDENTIFYING_SHARE;
  const tokens = words >= PROSE_WORDS_MIN ? tokensOf.get(key) : undefined;
  const place = source.placeOf(key);
  const isNumeric = Number(numericText) >= records * NUMERIC_SHARE;
  const unit = isNumeric ? unitOf(dataset, place) : null;
  const counted = top.map(([value, count]) => [value, Number(count)] as const);
  const patterns = source.type === 'string' && tokens === undefined ? valuePatterns(counted, distinct) : [];
  return {
    seen: [{ type: source.type, records }],
    field: {
      ...place,
      distinct,
      values: identifying ? [] : counted.map(([value, count]) => ({ value, count })),
      examples: identifying ? top.slice(0, EXAMPLES).map(([value]) => value) : [],
      ...(patterns.length > 0 ? { patterns } : {}),
      ...(unit === null ? {} : { unit }),
      ...(isNumeric ? { numbers: { min, p50, p95, max } } : {}),
      ...(tokens ? { tokens: tokens.map(([token, count]) => ({ token, count: Number(count) })) } : {}),
    },
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
  seen: [{ type, records: records * scale }],
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

const rounded = (share: number): number => Math.round(Math.min(1, share) * 10_000) / 10_000;

/** The fields of a data set, the most present first. */
export const foldFields = ({ dataset, sources, shapes, sampled, shapesSampled }: FoldInput): CatalogField[] => {
  const drafts = sources.flatMap((rows) => {
    const tokensOf = new Map(rows.tokens.map(([key, tokens]) => [String(key), tokens as Pairs]));
    return rows.fields.map((row) => readRow(dataset, rows, row, tokensOf));
  });
  const scale = shapesSampled === 0 ? 0 : sampled / shapesSampled;
  const known = drafts.map(({ field }) => field);
  const all = [...drafts, ...tellingShapes(shapes, known).map((shape) => shapeDraft(shape, scale))];
  const byPlace = Map.groupBy(all, ({ field }) => JSON.stringify([field.root, field.path]));
  return [...byPlace.values()]
    .map(merged)
    .map(({ field, seen }): CatalogField => {
      const records = seen.reduce((sum, one) => sum + one.records, 0);
      const types = seen.map(({ type, records: some }) => ({ type, share: rounded(some / records) }));
      return { ...field, types, presence: sampled === 0 ? 0 : rounded(records / sampled) };
    })
    .sort((a, b) => b.presence - a.presence || JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)));
};
