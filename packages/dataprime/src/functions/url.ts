import { call, iff, SQL_NULL } from '../compile/sql-build.ts';
import { STRING } from '../types/type.ts';
import { define, param } from './define.ts';
import type { FunctionDef } from './function-def.ts';

const url = define('url');

/** URL functions of §6.5. */
export const URL_FUNCTIONS: readonly FunctionDef[] = [
  url(
    'urlEncode',
    [param('string', STRING)],
    STRING,
    'Percent-encoded; a blank becomes %20.',
    ["urlEncode('a b')", 'a%20b'],
    (c) => call('encodeURLComponent', ...c.args),
  ),
  url(
    'urlDecode',
    [param('string', STRING)],
    STRING,
    'With percent-encoding undone; null when what comes out is no UTF-8.',
    ["urlDecode('a%20b')", 'a b'],
    (c) => {
      const decoded = call('decodeURLComponent', ...c.args);
      return iff(call('isValidUTF8', decoded), decoded, SQL_NULL);
    },
  ),
];
