import type { CommandPage } from '../command-page.ts';
import { AS_KEY, may, part } from '../command-page.ts';

const ABSENT = 'A row without the key stays as it is.';

export const CHOOSE: CommandPage = {
  parts: [part('e', 'any value', 'a column: a keypath, a literal or anything computed'), AS_KEY],
  row: 'closes',
  notes: [
    'Without `as` a keypath keeps its root and its nesting; anything else is named `_expr<position>` (`DP3004`). With `as` the column is in `$d`.',
    'Two columns of one name are an error (`DP2011`). `choose a from b` is an old form of `choose b as a` (`DP3002`).',
  ],
  examples: [
    [
      'Keypaths, something computed and a literal:',
      "choose $m.severity, user.id, duration_ms / 1000 as seconds, 'shop' as site | limit 3",
    ],
    ['A nested name:', 'choose path as request.path, status as request.status | limit 2'],
  ],
  see: ['create', 'remove', 'distinct'],
};

export const CREATE: CommandPage = {
  forms: ['create e as key'],
  parts: [
    part('key', 'keypath of `$d`, `$m` or `$l`', 'the key that is set; parents are made, siblings stay'),
    part('from e', 'any value', 'the value. What it reads is the row before, also where it reads the key itself'),
    may('on keypath exists …', '`overwrite`, `skip` or `fail`', 'where the row has the key; `overwrite` without it'),
    may('on keypath missing …', '`create`, `skip` or `fail`', 'where it has not; `create` without it'),
    may(
      'on datatype changed …',
      '`overwrite`, `skip` or `fail`',
      'where the new value is of another kind of JSON; `overwrite` without it',
    ),
  ],
  row: 'changes',
  notes: [
    '`fail` ends the query with an error when it happens. The `on` clauses are an old form (`DP3002`): `firstNonNull(key, e)` says the same as `skip` where the key is there.',
    'A key below a text or a number takes its place: the text is gone.',
  ],
  examples: [
    [
      'A key that is computed; null where it cannot be:',
      'create slow from duration_ms > 500 | choose path, duration_ms, slow',
    ],
    [
      'A nested key beside those that are there:',
      "create user.plan from firstNonNull(user.plan, 'none') | choose user",
    ],
  ],
  see: ['replace', 'choose', 'move', 'convert'],
};

export const REPLACE: CommandPage = {
  parts: [
    part('key', 'keypath', 'the key that is changed'),
    part('with e', 'any value', 'the new value. What it reads is the row before'),
    may(
      'on datatype changed …',
      '`overwrite`, `skip` or `fail`',
      'where the new value is of another kind of JSON; `overwrite` without it',
    ),
  ],
  row: 'changes',
  notes: [`${ABSENT} [create](create.md) sets the key in every row.`],
  examples: [
    ['The row without `status` does not get one:', 'replace status with status - 200 | choose path, status'],
    ['A nested key:', 'replace user.plan with user.plan.toUpperCase() | choose user'],
  ],
  see: ['create', 'convert', 'redact'],
};

export const MOVE: CommandPage = {
  parts: [
    part('key', 'keypath', 'what is moved, with all below it'),
    part('to key', 'keypath', 'where it goes; what is there is overwritten'),
  ],
  row: 'changes',
  notes: [
    `${ABSENT} The parent of a moved key stays, also when it is left empty. Keys move between \`$d\`, \`$l\` and \`$m\`.`,
  ],
  examples: [['Up, out of an object:', 'choose path, user | move user.id to who | limit 2']],
  see: ['create', 'remove', 'choose'],
};

export const REMOVE: CommandPage = {
  parts: [part('key, …', 'keypaths', 'what goes, with all below it')],
  row: 'changes',
  notes: [ABSENT],
  examples: [['A nested key and an array:', 'choose msg, user, tags | remove user.plan, tags | limit 2']],
  see: ['choose', 'move', 'redact'],
};

export const CONVERT: CommandPage = {
  forms: ['convert datatypes key:type, …'],
  parts: [
    part(
      'key:type, …',
      'keypaths with types',
      'the keys and what they become: `string`, `number`, `bool`, `timestamp`, `interval`, `array`, `object`',
    ),
  ],
  row: 'changes',
  notes: [
    `The same as \`replace key with key:type\`: by the rules of [casts](../../dataprime.md#types-and-casts). What cannot be converted is null. ${ABSENT}`,
  ],
  examples: [
    ['A number to text, a text to an interval:', 'convert status:string, took:interval | choose status, took'],
  ],
  see: ['replace', 'extract'],
};

export const REDACT: CommandPage = {
  parts: [
    part('key', 'keypath', 'a text, or an object or array, whose texts are changed at any depth'),
    part(
      'matching pattern',
      'text or regular expression, written out',
      'every occurrence is masked. The word may be left out',
    ),
    part(
      "to 'text'",
      'text, written out',
      'what stands there instead, as it is written: `$1` and `\\\\1` mean nothing',
    ),
  ],
  row: 'changes',
  notes: [`Numbers, truth values and names of keys stay. ${ABSENT}`],
  examples: [
    ['Digits, and dots between them:', "redact msg matching /\\d+(\\.\\d+)*/ to '#' | choose msg"],
    ['In an object:', "redact user matching 'u' to 'user-' | choose user | limit 2"],
  ],
  see: ['replace', 'remove'],
};

export const ROUNDTIME: CommandPage = {
  parts: [
    may('e', 'timestamp', 'what is rounded; `$m.timestamp` without it'),
    part('to i', 'interval above zero', 'rounded down to a multiple of it since 1970'),
    may('into key', 'keypath', 'where the result goes; without it back to where the time came from'),
  ],
  row: 'changes',
  notes: [
    '[roundTime](../functions/time/roundTime.md) and `time / interval` compute the same where an expression stands.',
  ],
  examples: [
    [
      'Each quarter of an hour:',
      'roundtime $m.timestamp to 15m into quarter | countby quarter into n | orderby quarter',
    ],
  ],
  see: ['groupby', 'countby', 'create'],
};
