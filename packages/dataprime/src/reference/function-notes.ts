import type { FunctionDef, FunctionFamily } from '../functions/function-def.ts';
import type { FunctionNote, FunctionNotes } from './function-note.ts';
import { IP_NOTES } from './function-notes/addresses.ts';
import { AGGREGATION_NOTES } from './function-notes/aggregations.ts';
import { ARRAY_NOTES } from './function-notes/arrays.ts';
import { ENCODING_NOTES } from './function-notes/encoding.ts';
import { GENERAL_NOTES } from './function-notes/general.ts';
import { INTERVAL_NOTES } from './function-notes/intervals.ts';
import { NUMBER_NOTES } from './function-notes/numbers.ts';
import { STRING_NOTES } from './function-notes/strings.ts';
import { TIMESTAMP_NOTES } from './function-notes/times.ts';
import { URL_NOTES } from './function-notes/urls.ts';
import { UUID_NOTES } from './function-notes/uuids.ts';

/** A name may be in two families: `max` of rows and `max` of arguments. */
export const FUNCTION_NOTES: Readonly<Record<FunctionFamily, FunctionNotes>> = {
  aggregation: AGGREGATION_NOTES,
  general: GENERAL_NOTES,
  string: STRING_NOTES,
  encoding: ENCODING_NOTES,
  number: NUMBER_NOTES,
  ip: IP_NOTES,
  url: URL_NOTES,
  uuid: UUID_NOTES,
  time: { ...TIMESTAMP_NOTES, ...INTERVAL_NOTES },
  array: ARRAY_NOTES,
};

const NONE: FunctionNote = { parameters: {} };

export const functionNote = ({ family, name }: FunctionDef): FunctionNote => FUNCTION_NOTES[family][name] ?? NONE;

/** What null does to a function, in a sentence. */
export const nullText = (fn: FunctionDef): string => functionNote(fn).nulls ?? 'Null where an argument is null.';
