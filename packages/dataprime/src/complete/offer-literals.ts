import { SEVERITIES } from '../ast/expr.ts';
import type { Path, RowRoot } from '../check/checked.ts';
import { quote } from '../lex/escapes.ts';
import { EXTRACTORS } from '../reference/extractors.ts';
import { DATASET_NAMES } from '../schema/datasets.ts';
import type { SchemaTable } from '../schema/schema-source.ts';
import { CAST_TYPES } from '../types/cast-type.ts';
import type { CompletionItem, CompletionKind, SeenValues } from './completion.ts';
import { offer } from './offer.ts';

type Items = readonly (CompletionItem | null)[];

const words = (
  typed: string,
  kind: CompletionKind,
  rank: number,
  list: readonly (readonly [label: string, detail: string])[],
): Items => list.map(([label, detail]) => offer(typed, rank, { kind, label, detail }));

export const offerDatasets = (typed: string): Items =>
  DATASET_NAMES.map((label) => offer(typed, 10, { kind: 'dataset', label, detail: 'data set', insert: `${label} ` }));

/** Tables by their names, with their columns. */
export const offerTables = (typed: string, tables: readonly SchemaTable[]): Items =>
  tables.map(({ name, columns }) =>
    offer(typed, 15, { kind: 'dataset', label: name, detail: `table of ${columns.join(', ')}` }),
  );

export const offerTypes = (typed: string): Items =>
  words(
    typed,
    'type',
    10,
    [...CAST_TYPES.keys()].map((name) => [name, 'type']),
  );

export const offerExtractors = (typed: string): Items =>
  EXTRACTORS.map(({ name, parameters, summary }) =>
    offer(typed, 10, {
      kind: 'extractor',
      label: name,
      detail: summary,
      insert: `${name}(`,
      documentation: `${name}(${parameters.join(', ')})`,
    }),
  );

/** Arguments of an extractor by their names, with what they are without being written. */
export const offerExtractorArguments = (typed: string, extractor: string): Items =>
  (EXTRACTORS.find(({ name }) => name === extractor)?.parameters ?? []).map((parameter) => {
    const [name = ''] = parameter.split('=');
    return offer(typed, 5, { kind: 'parameter', label: name, detail: parameter, insert: `${name}=` });
  });

export const offerSeverities = (typed: string): Items =>
  SEVERITIES.map((label, index) => offer(typed, 5, { kind: 'severity', label, detail: `severity ${index + 1} of 6` }));

export const offerBooleans = (typed: string): Items =>
  words(typed, 'constant', 5, [
    ['true', 'bool'],
    ['false', 'bool'],
  ]);

export const offerIntervals = (typed: string): Items =>
  ['1m', '5m', '15m', '30m', '1h', '6h', '12h', '1d', '7d'].map((label, index) =>
    offer(typed, index, { kind: 'interval', label, detail: 'interval' }),
  );

export const offerTimes = (typed: string): Items =>
  words(typed, 'timestamp', 8, [
    ["@'now'", 'the one now of the query'],
    ['now()', 'the one now of the query'],
    ['$p.timeRange.startTime', "the start of the caller's window"],
    ['$p.timeRange.endTime', "the end of the caller's window"],
  ]);

const UNITS = ['day', 'hour', 'minute', 'second', 'milli', 'micro', 'nano'] as const;
const DATE_UNITS = ['year', 'month', 'week', 'day_of_year', 'day_of_week'] as const;

/** Units of time as the texts that functions take; those of dates only `extractTime` takes. */
export const offerUnits = (typed: string, parameter: string): Items =>
  [...UNITS, ...(parameter === 'unit' ? DATE_UNITS : [])].map((unit, index) =>
    offer(typed, index, { kind: 'unit', label: unit, detail: 'unit of time', insert: quote(unit) }),
  );

/** What a field holds, as literals. */
export const offerValues = (typed: string, values: SeenValues | undefined, root: RowRoot, path: Path): Items =>
  (values?.(root, path) ?? []).map((value) =>
    offer(typed, 3, {
      kind: 'value',
      label: String(value),
      detail: typeof value === 'boolean' ? 'bool' : typeof value,
      insert: typeof value === 'string' ? quote(value) : String(value),
    }),
  );
