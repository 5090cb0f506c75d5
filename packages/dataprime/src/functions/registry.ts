import { AGGREGATIONS } from './aggregations.ts';
import { ARRAY_FUNCTIONS } from './arrays.ts';
import { ENCODING_FUNCTIONS } from './encoding.ts';
import type { FunctionDef } from './function-def.ts';
import { GENERAL_FUNCTIONS } from './general.ts';
import { IP_FUNCTIONS } from './ip.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { STRING_FUNCTIONS } from './strings.ts';
import { TIME_FUNCTIONS } from './time.ts';
import { URL_FUNCTIONS } from './url.ts';
import { UUID_FUNCTIONS } from './uuid.ts';

/** Functions of one value or more, legal wherever an expression is. */
export const SCALAR_FUNCTIONS: readonly FunctionDef[] = [
  ...GENERAL_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...IP_FUNCTIONS,
  ...URL_FUNCTIONS,
  ...UUID_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...ARRAY_FUNCTIONS,
];

/** The whole library: checker, compiler, completion and documentation read this one table. */
export const FUNCTIONS: readonly FunctionDef[] = [...AGGREGATIONS, ...SCALAR_FUNCTIONS];

const byName = (table: readonly FunctionDef[]): ReadonlyMap<string, FunctionDef> =>
  new Map(table.map((entry) => [entry.name, entry]));
const SCALARS = byName(SCALAR_FUNCTIONS);
const AGGREGATES = byName(AGGREGATIONS);

export const findScalar = (name: string): FunctionDef | null => SCALARS.get(name) ?? null;
export const findAggregation = (name: string): FunctionDef | null => AGGREGATES.get(name) ?? null;
export const FUNCTION_NAMES: readonly string[] = [...new Set(FUNCTIONS.map(({ name }) => name))];
