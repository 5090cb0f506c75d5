import { call, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import { BOOL, STRING } from '../types/type.ts';
import { define, param } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';

const uuid = define('uuid');
const UUID = str('\\A[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\z');
const random = (c: LowerCall) => call('toString', call('generateUUIDv4', plain(c.seed())));

/** UUID functions of §6.5. */
export const UUID_FUNCTIONS: readonly FunctionDef[] = [
  uuid('isUuid', [param('uuid', STRING)], BOOL, 'Whether the text is a UUID.', ["isUuid('x')", false], (c) =>
    call('match', c.args[0] ?? SQL_NULL, UUID),
  ),
  uuid('randomUuid', [], STRING, 'A random UUID (version 4).', ['isUuid(randomUuid())', true], random),
  uuid('uuid', [], STRING, 'Same as randomUuid.', ['isUuid(uuid())', true], random, { deprecated: 'randomUuid' }),
];
