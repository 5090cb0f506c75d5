import { type Level, wrap } from './levels.ts';
import { refuseWhen } from './refusal.ts';
import { call, infix, plain } from './sql-build.ts';

/** The most rows of a query inside a query, which the engine holds in memory; more make the query fail. */
const innerRowsMax = 1_000_000;

/**
 * Fails rather than give a part of the rows. `command` is what needs them all. The rows are limited to one more first: the
 * engine would count them below what makes them many, an explode for one, and each of its threads for itself.
 */
export const bounded = (inner: Level, command: string): Level => {
  const read = inner.limit === null && inner.limitBy === null ? { ...inner, orderBy: [] } : wrap(inner);
  const outer = wrap({ ...read, limit: Math.min(read.limit ?? innerRowsMax + 1, innerRowsMax + 1) });
  const tooMany = infix('>=', call('rowNumberInAllBlocks'), plain(innerRowsMax));
  const refused = refuseWhen(tooMany, `${command}: the query in it has more than ${innerRowsMax} rows`);
  return { ...outer, orderBy: [], where: [infix('=', refused, plain(0))] };
};
