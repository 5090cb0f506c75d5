import type { FunctionDef, FunctionFamily } from '@clearspan/dataprime';

interface Family {
  readonly title: string;
  /** The folder of its pages. */
  readonly folder: string;
  /** Its heading in the list of functions. */
  readonly anchor: string;
}

const family = (title: string, folder: string): Family => ({ title, folder, anchor: title.toLowerCase() });

/** Families in the order they are told. */
export const FAMILIES: Readonly<Record<FunctionFamily, Family>> = {
  aggregation: family('Aggregations', 'aggregations'),
  general: family('General', 'general'),
  string: family('Text', 'string'),
  encoding: family('Encoding', 'encoding'),
  number: family('Numbers', 'number'),
  ip: family('Addresses', 'ip'),
  url: family('URLs', 'url'),
  uuid: family('UUIDs', 'uuid'),
  time: family('Time', 'time'),
  array: family('Arrays', 'array'),
};

/** From the folder of all functions: `string/contains.md`. */
export const functionFile = (fn: FunctionDef): string => `${FAMILIES[fn.family].folder}/${fn.name}.md`;
