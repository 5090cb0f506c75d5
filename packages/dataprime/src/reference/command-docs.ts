import type { CommandName } from '../parse/command-names.ts';

/** What people are told of a command. `example` is one stage, without its `|`. */
export interface CommandDoc {
  readonly summary: string;
  readonly syntax: string;
  readonly example: string;
}

const doc = (summary: string, syntax: string, example: string): CommandDoc => ({ summary, syntax, example });

export const COMMAND_DOCS: Readonly<Record<CommandName, CommandDoc>> = {
  source: doc(
    'The data set and, where it is written, the time frame.',
    'source dataset [(param=value, …)] [last i | between a and b | around t [interval i] | timeshifted i]',
    'source logs last 1h',
  ),
  filter: doc(
    'Keeps rows whose condition is true.',
    'filter condition',
    'filter status >= 500 && $l.serviceName == "cart"',
  ),
  block: doc(
    'Drops rows whose condition is true; keeps those where it is false or null.',
    'block condition',
    "block path == '/health'",
  ),
  find: doc('Keeps rows whose field holds a phrase.', "find 'phrase' in key", "find 'card declined' in msg"),
  wildfind: doc('Keeps rows that hold a phrase anywhere in `$d`.', "wildfind 'phrase'", "wildfind 'declined'"),
  lucene: doc('A filter in Lucene syntax.', "lucene 'query'", "lucene 'status:500'"),
  limit: doc('The first rows; which ones is settled only after a sort.', 'limit N', 'limit 10'),
  dedupeby: doc(
    'The first rows of each value; one each without `keep`.',
    'dedupeby e, … [keep N] [orderby e [asc|desc], …]',
    'dedupeby path keep 1 orderby duration desc',
  ),
  choose: doc('Closes the row to the listed columns.', 'choose e [as key], …', 'choose $m.timestamp, msg'),
  create: doc(
    'Sets one key.',
    'create key from e [on keypath exists|missing …] [on datatype changed …]',
    'create slow from duration > 500',
  ),
  replace: doc(
    'Changes a key where a row has it.',
    'replace key with e [on datatype changed …]',
    "replace path with 'x'",
  ),
  move: doc('Moves a key with all below it.', 'move key to key', 'move path to url'),
  remove: doc('Takes keys away, with all below them.', 'remove key, …', 'remove user'),
  convert: doc(
    'Changes the types of keys; what cannot be converted is null.',
    'convert key:type, …',
    'convert status:number',
  ),
  redact: doc('Masks parts of texts.', "redact key [matching] /re/ to 'text'", "redact msg matching 'card' to 'x'"),
  roundtime: doc('Rounds a time down to an interval.', 'roundtime [e] to i [into key]', 'roundtime to 1h'),
  extract: doc(
    'Reads fields out of a text.',
    'extract e into key using extractor(…) [datatypes key:type, …]',
    'extract msg into parts using kv()',
  ),
  explode: doc(
    'A row for each element of an array.',
    'explode e into key [original discard|preserve]',
    'explode tags into tag original preserve',
  ),
  enrich: doc(
    'Looks a value up in a table, and puts its row beside it.',
    'enrich e into key using table',
    'enrich path into owner using owners',
  ),
  aggregate: doc('One row of all rows.', 'aggregate f(e) [as key], …', 'aggregate count() as n, avg(duration) as mean'),
  groupby: doc(
    'One row for each value of the keys, with what is computed over its rows.',
    'groupby e [as key], … [aggregate f(e) [as key], …]',
    'groupby path aggregate count() as n',
  ),
  multigroupby: doc(
    'Several groupings at once.',
    'multigroupby (e [as key], …), … [aggregate f(e) [as key], …]',
    'multigroupby (path), (status) aggregate count() as n',
  ),
  count: doc('One row with the number of rows.', 'count [into key]', 'count into n'),
  countby: doc(
    'The number of rows for each value.',
    'countby e [as key], … [into key] [asc|desc]',
    'countby path into n desc',
  ),
  distinct: doc('The different values.', 'distinct e [as key], …', 'distinct path'),
  top: doc(
    'The rows, or groups where an aggregation stands in it, with the largest values.',
    'top N e [as key], … by e [as key], …',
    'top 5 path, count() as n by n',
  ),
  bottom: doc(
    'The rows, or groups where an aggregation stands in it, with the smallest values.',
    'bottom N e [as key], … by e [as key], …',
    'bottom 5 path, count() as n by n',
  ),
  orderby: doc(
    'Sorts the rows; ascending where nothing is written.',
    'orderby e [asc|desc], …',
    'orderby duration desc',
  ),
  join: doc(
    'Beside each row the row of a second query with the same keys, as an object.',
    'join [left|inner|full|cross] (query) [on a == b | using key, …] into key',
    'join (source spans) on left=>path == right=>operationName into s',
  ),
  union: doc(
    'The rows of a second query below these, columns by their names.',
    'union (query)',
    'union (source spans)',
  ),
  stitch: doc(
    'The rows of a second query beside these, by their number.',
    'stitch (query) into key [merge]',
    'stitch (source spans) into other',
  ),
};
