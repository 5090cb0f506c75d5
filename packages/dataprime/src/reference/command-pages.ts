import type { CommandName } from '../parse/command-names.ts';
import type { CommandPage } from './command-page.ts';
import { BLOCK, DEDUPEBY, FILTER, FIND, LIMIT, LUCENE, WILDFIND } from './command-pages/filters.ts';
import { AGGREGATE, COUNT, COUNTBY, DISTINCT, GROUPBY, MULTIGROUPBY } from './command-pages/groups.ts';
import { CHOOSE, CONVERT, CREATE, MOVE, REDACT, REMOVE, REPLACE, ROUNDTIME } from './command-pages/keys.ts';
import { BOTTOM, ORDERBY, TOP } from './command-pages/order.ts';
import { JOIN, SOURCE, STITCH, UNION } from './command-pages/queries.ts';
import { ENRICH, EXPLODE, EXTRACT } from './command-pages/values.ts';

export const COMMAND_PAGES: Readonly<Record<CommandName, CommandPage>> = {
  source: SOURCE,
  filter: FILTER,
  block: BLOCK,
  find: FIND,
  wildfind: WILDFIND,
  lucene: LUCENE,
  limit: LIMIT,
  dedupeby: DEDUPEBY,
  choose: CHOOSE,
  create: CREATE,
  replace: REPLACE,
  move: MOVE,
  remove: REMOVE,
  convert: CONVERT,
  redact: REDACT,
  roundtime: ROUNDTIME,
  extract: EXTRACT,
  explode: EXPLODE,
  enrich: ENRICH,
  aggregate: AGGREGATE,
  groupby: GROUPBY,
  multigroupby: MULTIGROUPBY,
  count: COUNT,
  countby: COUNTBY,
  distinct: DISTINCT,
  top: TOP,
  bottom: BOTTOM,
  orderby: ORDERBY,
  join: JOIN,
  union: UNION,
  stitch: STITCH,
};
