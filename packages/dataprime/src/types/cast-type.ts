import { closest } from '@clearspan/text';
import { arrayOf, BOOL, INTERVAL, NUMBER, OBJECT, REGEXP, STRING, TIMESTAMP, type Type, UNKNOWN } from './type.ts';

/** Every spelling a cast accepts after its colon. */
export const CAST_TYPES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['string', STRING],
  ['number', NUMBER],
  ['num', NUMBER],
  ['bool', BOOL],
  ['boolean', BOOL],
  ['timestamp', TIMESTAMP],
  ['interval', INTERVAL],
  ['regexp', REGEXP],
  ['array', arrayOf(UNKNOWN)],
  ['object', OBJECT],
]);

/** Names of other languages, in lower case. */
const FOREIGN: Readonly<Record<string, string>> = {
  int: 'number',
  integer: 'number',
  long: 'number',
  bigint: 'number',
  float: 'number',
  double: 'number',
  decimal: 'number',
  numeric: 'number',
  real: 'number',
  str: 'string',
  text: 'string',
  varchar: 'string',
  date: 'timestamp',
  datetime: 'timestamp',
  time: 'timestamp',
  duration: 'interval',
  timespan: 'interval',
  regex: 'regexp',
  list: 'array',
  json: 'object',
  map: 'object',
  dict: 'object',
};

/** The type that an unknown name most likely means; null when none is near. */
export const nearestType = (name: string): string | null => {
  const lower = name.toLowerCase();
  if (CAST_TYPES.has(lower)) return lower;
  return (Object.hasOwn(FOREIGN, lower) ? FOREIGN[lower] : undefined) ?? closest(name, CAST_TYPES.keys());
};
