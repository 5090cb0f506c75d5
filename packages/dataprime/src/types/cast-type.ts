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
