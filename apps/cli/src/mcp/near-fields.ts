import type { Catalog, WireDiagnostic } from '@clearspan/contracts';
import { type DataSetName, findFields } from './find-fields.ts';

const FIELDS_MAX = 5;

/** Diagnostics about a name which the data does not have. */
const UNKNOWN_NAME: ReadonlySet<string> = new Set(['DP2001', 'DP3001']);

/** The data sets that a query names; logs are meant where it names none. */
const sourcesOf = (query: string): readonly DataSetName[] => {
  const named = [...query.matchAll(/\bsource\s+(logs|spans)\b/g)].map(([, name]) => name as DataSetName);
  return named.length === 0 ? ['logs'] : [...new Set(named)];
};

/** Fields with names like the unknown ones of a query, as queries write them. */
export const nearFields = (
  query: string,
  diagnostics: readonly WireDiagnostic[],
  catalog: Catalog,
): readonly string[] => {
  const unknown = diagnostics.filter(({ code }) => UNKNOWN_NAME.has(code));
  const found = unknown.flatMap(({ start, end }) =>
    findFields(catalog, query.slice(start, end), sourcesOf(query)).slice(0, FIELDS_MAX),
  );
  return [...new Set(found.map(({ path }) => path))].slice(0, FIELDS_MAX);
};
