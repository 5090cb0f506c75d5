import type { CommandPage } from '../command-page.ts';
import { may, part } from '../command-page.ts';

const PHRASE = part("'phrase'", 'text, written out', 'the words, in this order and next to each other, in any case');

const WORDS =
  'Words are whole: they end at blanks and at ``= / : @ # $ * | , ; \' " ( ) [ ] { } < > . _ -``. A phrase without a word finds nothing.';

export const FILTER: CommandPage = {
  parts: [part('condition', 'condition', 'keeps the row where it is true')],
  row: 'keeps',
  notes: [
    'Null is false, so a comparison with an absent key drops the row: `status != 200` also drops rows without `status`. `!(status == 200)` keeps them.',
    '`key != null` asks for presence. A key of truth values is a condition by itself: `filter cached`.',
    'Conditions on `$m.timestamp` narrow what is read, wherever they stand in the query.',
  ],
  examples: [
    ['Two conditions:', "filter status >= 500 && path == '/pay' | choose path, status, msg"],
    [
      'A row without the key is dropped by a comparison, and kept by its opposite:',
      'filter !(status == 200) | choose path, status',
    ],
    ['Severities have an order:', 'filter $m.severity >= ERROR | choose $m.severity, msg'],
  ],
  see: ['block', 'find', 'wildfind', 'lucene'],
};

export const BLOCK: CommandPage = {
  parts: [part('condition', 'condition', 'drops the row where it is true')],
  row: 'keeps',
  notes: ['`block c` is `filter !(c)`: a row where the condition is null stays.'],
  examples: [['The row without `status` stays:', 'block status == 200 | choose path, status']],
  see: ['filter'],
};

export const FIND: CommandPage = {
  parts: [
    PHRASE,
    part(
      'in key',
      'keypath',
      'where it is looked for: a text, a number as text, the elements of an array, or the values of an object at any depth. `in $d` looks through the whole record',
    ),
  ],
  row: 'keeps',
  notes: [
    "The same as `filter key ~ 'phrase'` and as [textSearch](../functions/string/textSearch.md).",
    WORDS,
    'Keys are not searched, only values. For a part of a word there is [contains](../functions/string/contains.md).',
  ],
  examples: [
    ['`_` ends a word, and case does not matter:', "find 'CARD declined' in msg | choose path, msg"],
    ['In an array any element counts:', "find 'web' in tags | choose path, tags"],
  ],
  see: ['wildfind', 'filter', 'lucene'],
};

export const WILDFIND: CommandPage = {
  parts: [PHRASE],
  row: 'keeps',
  notes: [
    "The same as `filter $d ~~ 'phrase'`. `~~` stands after `$d` only.",
    'Every value of `$d` is searched, at any depth, computed keys too; metadata, labels and names of keys are not.',
    WORDS,
  ],
  examples: [['The word stands in a nested key:', "wildfind 'pro' | choose path, user"]],
  see: ['find', 'lucene', 'filter'],
};

export const LUCENE: CommandPage = {
  parts: [part("'query'", 'text, written out', 'a query in the syntax below')],
  row: 'keeps',
  notes: [
    'Read by a grammar of its own into the same conditions as `filter`; what it cannot read is `DP1010`.',
    'Fields are keys of `$d`. `coralogix.metadata.severity`, `.applicationName`, `.subsystemName` and so on are metadata and labels, `coralogix.timestamp` is the time. `.keyword` and `.numeric` at the end of a field have no meaning.',
    'Boosts, fuzziness and distances (`^2`, `~1`) are read and have no effect (`DP3010`).',
  ],
  tables: [
    {
      head: ['written', 'finds'],
      rows: [
        ['timeout', 'the word anywhere in `$d`'],
        ['"card declined"', 'the words next to each other'],
        ['msg:timeout', 'the word in a field; numbers by their value, severities by name or code. Also `msg=timeout`'],
        ['status:[400 TO 499]', 'from and to, both included'],
        ['status:{400 TO 500}', 'from and to, neither included; `[400 TO 500}` mixes them, `*` is an open end'],
        ['status:>=400', 'one end: `>`, `>=`, `<`, `<=`'],
        ['msg:time*', '`*` is any text without blanks, `?` one character of it; whole words'],
        ['msg:/tim(e|ing)out/', 'a regular expression that covers whole words'],
        ['_exists_:user.id', 'rows that have the field; also `user.id:*`'],
        ['ip:10.0.0.0/8', 'addresses in a network'],
        ['a AND b, a OR b, NOT a', '`NOT` binds tightest, then `AND`, then `OR`; also `&&`, `||`, `!`'],
        ['a b', 'either; also in a group: `field:(a b)`'],
        ['+a -b c', '`a` must be there, `b` must not; `c` may'],
      ],
    },
  ],
  examples: [
    ['A range or a word of a field:', "lucene 'status:[500 TO 599] OR msg:slow' | choose path, status, msg"],
    [
      'Metadata by its special name, and a field that is there:',
      "lucene 'coralogix.metadata.severity:error OR _exists_:ip' | choose $m.severity, ip",
    ],
  ],
  see: ['filter', 'find', 'wildfind'],
};

export const LIMIT: CommandPage = {
  parts: [part('N', 'whole number, written out', 'how many rows at most; 0 gives none')],
  row: 'keeps',
  notes: [
    'Which rows are the first is settled only after a sort: put [orderby](orderby.md) before it.',
    'Without `limit` an answer has 2,000 rows. A larger number is cut to what the store gives at most ([limits](../../dataprime.md#limits)).',
  ],
  examples: [['The two slowest:', 'orderby duration_ms desc | limit 2 | choose path, duration_ms']],
  see: ['orderby', 'top', 'dedupeby'],
};

export const DEDUPEBY: CommandPage = {
  parts: [
    part('e, …', 'any values', 'rows with the same values are alike; null is a value of its own'),
    may('keep N', 'whole number above 0, written out', 'how many rows of each value; 1 without it'),
    may('orderby e [asc|desc], …', 'values with an order', 'which of them come first; without it any'),
  ],
  row: 'keeps',
  notes: ['Unlike [distinct](distinct.md) it keeps whole rows.'],
  examples: [
    [
      'The slowest request of each path:',
      'dedupeby path keep 1 orderby duration_ms desc | choose path, duration_ms | orderby path',
    ],
    [
      'The latest record of each user:',
      'dedupeby user.id orderby $m.timestamp desc | choose $m.timestamp, user.id, msg | orderby $m.timestamp',
    ],
  ],
  see: ['distinct', 'top', 'limit'],
};
