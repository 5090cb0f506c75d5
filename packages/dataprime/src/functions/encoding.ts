import { call, iff, infix, SQL_NULL, str } from '../compile/sql-build.ts';
import { STRING } from '../types/type.ts';
import { define, param } from './define.ts';
import type { FunctionDef } from './function-def.ts';

const encoding = define('encoding');

/** Base64 of §6.3. */
export const ENCODING_FUNCTIONS: readonly FunctionDef[] = [
  encoding(
    'encodeBase64',
    [param('value', STRING)],
    STRING,
    'The UTF-8 bytes of the text in Base64.',
    ["encodeBase64('a')", 'YQ=='],
    (c) => call('base64Encode', c.args[0] ?? SQL_NULL),
  ),
  encoding(
    'decodeBase64',
    [param('value', STRING)],
    STRING,
    'The text that Base64 holds; null when it is not Base64 of UTF-8.',
    ["decodeBase64('YQ==')", 'a'],
    (c) => {
      const source = c.args[0] ?? SQL_NULL;
      const decoded = call('tryBase64Decode', source);
      const failed = infix('AND', infix('=', decoded, str('')), infix('!=', source, str('')));
      return iff(infix('OR', failed, call('not', call('isValidUTF8', decoded))), SQL_NULL, decoded);
    },
  ),
];
