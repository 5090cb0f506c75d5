import { type CatalogLimits, fieldsSql, PROSE_WORDS_MIN, proseSql, type SampleRows, shapesSql } from './catalog-sql.ts';
import type { Counts, FieldFacts, Sample } from './sample.ts';
import { countShapes } from './shapes.ts';
import { type Dataset, SOURCES } from './sources.ts';
import { NO_NUMBERS } from './spread.ts';

export type Rows = readonly (readonly unknown[])[];
export type Read = (sql: string) => Promise<Rows>;

type Pairs = readonly (readonly [string, string])[];

/** A row of `fieldsSql`. */
type FieldRow = [
  source: number,
  key: string,
  records: string,
  hashes: number[],
  top: Pairs,
  words: number,
  numbers: string,
  min: number,
  max: number,
  quantiles: number[],
  services: Pairs,
];

const countsOf = (pairs: Pairs): Counts => pairs.map(([text, count]) => [text, Number(count)] as const);

const NO_PROSE = { tokens: [], templates: [] };

const factsOf = (row: readonly unknown[], prose: Pick<FieldFacts, 'tokens' | 'templates'>): FieldFacts => {
  const [source, key, records, hashes, top, words, numbers, min, max, quantiles, services] = row as FieldRow;
  const found = Number(numbers);
  return {
    source,
    key,
    records: Number(records),
    hashes,
    top: countsOf(top),
    words,
    // Quantiles are taken of some of many numbers: their ends are not those of all.
    spread: found === 0 ? NO_NUMBERS : { numbers: found, quantiles: [min, ...quantiles.slice(1, -1), max] },
    services: countsOf(services),
    ...prose,
  };
};

/** What records tell of their fields. */
export const readSample = async (
  read: Read,
  dataset: Dataset,
  rows: SampleRows,
  limits: CatalogLimits,
): Promise<Sample> => {
  // One after the other: the catalog must not take all readers of the engine.
  const fields = (await read(fieldsSql(dataset, rows, limits))) as readonly FieldRow[];
  const prose = fields
    .filter(([source, , , , , words]) => SOURCES[dataset][source]?.words && words >= PROSE_WORDS_MIN)
    .map(([source, key]) => [source, key] as const);
  const found = prose.length === 0 ? [] : await read(proseSql(dataset, rows, prose, limits));
  const told = new Map(
    found.map(([source, key, tokens, templates]) => [
      JSON.stringify([source, key]),
      { tokens: countsOf(tokens as Pairs), templates: countsOf(templates as Pairs) },
    ]),
  );
  const texts = dataset === 'logs' ? await read(shapesSql(rows, limits)) : [];
  return {
    records: rows.records,
    fields: fields.map((row) => factsOf(row, told.get(JSON.stringify([row[0], row[1]])) ?? NO_PROSE)),
    shapes: countShapes(texts.map(([text]) => String(text))),
    shapesRecords: texts.length,
  };
};
