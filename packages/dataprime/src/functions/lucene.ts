import { SQL_NULL } from '../compile/sql-build.ts';
import { BOOL, STRING } from '../types/type.ts';
import { define, literal, param } from './define.ts';
import type { FunctionDef } from './function-def.ts';
import { searchPattern } from './text-search.ts';

/**
 * Whether a pattern of the engine is found in a value: in its text, in an element, in any value inside an object.
 * `written` is how the query has it.
 */
export const FIND_PATTERN: FunctionDef = define('string')(
  'findPattern',
  [param('target', { kind: 'any' }), literal(param('pattern', STRING)), literal(param('written', STRING))],
  BOOL,
  'Whether a pattern is found in a value.',
  ["findPattern('timeout', 'time.*', 'time*')", true],
  (c) => {
    const [target] = c.values;
    const pattern = c.literal('pattern');
    return target == null || typeof pattern !== 'string' ? SQL_NULL : searchPattern(target, [], pattern);
  },
  { nulls: 'handled' },
);
