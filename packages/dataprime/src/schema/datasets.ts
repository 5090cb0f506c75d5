import { closest } from '@clearspan/text';
import type { SchemaTable } from './schema-source.ts';

/** Data sets of the default space that are always there. */
export const DATASET_NAMES: readonly string[] = ['logs', 'spans'];

/** Data sets that the engine writes of itself; dots belong to the name. */
const SYSTEM_NAMES: readonly string[] = [
  'aaa.audit_events',
  'alerts.history',
  'dataplan.quota_events',
  'dataplan.usage_events',
  'engine.queries',
  'engine.schema_fields',
  'labs.cases.state_updates',
  'labs.limitViolations',
  'notification.deliveries',
];

/** Where metrics are kept elsewhere; nothing reads them as rows. */
const METRICS = 'metrics';

const SPACES: readonly string[] = ['default', 'frequentsearch', 'system'];
const TABLES = 'default/enrichments/';

/** The data set that holds the rows of a table for `enrich`. */
export const tableDataset = (name: string): string => `${TABLES}${name}`;
/** The name of the table whose rows a data set holds; null for any other data set. */
export const tableOf = (dataset: string): string | null =>
  dataset.startsWith(TABLES) ? dataset.slice(TABLES.length) : null;

/** Whether rows have metadata and labels, as those of every data set do that is no table. */
export const hasMetadata = (dataset: string): boolean =>
  DATASET_NAMES.includes(dataset) || dataset.startsWith('system/');

export type DatasetFound =
  | { readonly kind: 'found'; readonly dataset: string }
  /** Nothing speaks against it, and nothing tells that it is there. */
  | { readonly kind: 'possible'; readonly dataset: string }
  | { readonly kind: 'unknown'; readonly near: string | null; readonly names: readonly string[] };

/** A name of a table, or of a data set somebody made. `tables` is null when nothing is known of them. */
const inDefault = (name: string, tables: readonly SchemaTable[] | null): DatasetFound => {
  if (DATASET_NAMES.includes(name)) return { kind: 'found', dataset: name };
  if (tables?.some((table) => table.name === name)) return { kind: 'found', dataset: tableDataset(name) };
  if (name === METRICS) return { kind: 'unknown', near: null, names: DATASET_NAMES };
  const names = [...DATASET_NAMES, ...(tables ?? []).map((table) => table.name)];
  const near = closest(name, names);
  return tables === null && near === null ? { kind: 'possible', dataset: name } : { kind: 'unknown', near, names };
};

const inSystem = (name: string): DatasetFound => {
  if (SYSTEM_NAMES.includes(name)) return { kind: 'found', dataset: `system/${name}` };
  const near = closest(name, SYSTEM_NAMES);
  return near === null
    ? { kind: 'unknown', near, names: SYSTEM_NAMES.map((known) => `system/${known}`) }
    : { kind: 'unknown', near: `system/${near}`, names: [] };
};

/** The data set that a source names: its names, parted by `/`. */
export const findDataset = (written: readonly string[], tables: readonly SchemaTable[] | null): DatasetFound => {
  const [space = '', ...rest] = written;
  const name = rest.join('/');
  if (rest.length === 0) return inDefault(space, tables);
  switch (space) {
    case 'system':
      return inSystem(name);
    case 'frequentsearch':
      return DATASET_NAMES.includes(name)
        ? { kind: 'found', dataset: name }
        : { kind: 'unknown', near: closest(name, DATASET_NAMES), names: DATASET_NAMES };
    case 'default':
      return rest[0] === 'enrichments' && rest.length === 2
        ? findTable(rest[1] ?? '', tables)
        : inDefault(name, tables);
    default: {
      const near = closest(space, SPACES);
      return { kind: 'unknown', near: near === null ? null : `${near}/${name}`, names: SPACES.map((s) => `${s}/…`) };
    }
  }
};

/** The table that `enrich` names. */
export const findTable = (name: string, tables: readonly SchemaTable[] | null): DatasetFound => {
  if (tables === null || tables.some((table) => table.name === name))
    return { kind: tables === null ? 'possible' : 'found', dataset: tableDataset(name) };
  const names = tables.map((table) => table.name);
  return { kind: 'unknown', near: closest(name, names), names };
};
