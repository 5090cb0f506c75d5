import type { Name } from '../../ast/expr.ts';
import type { Stage } from '../../ast/stage.ts';
import type { CommandName } from '../command-names.ts';
import type { Parser } from '../parser.ts';
import {
  readAggregate,
  readBottom,
  readCount,
  readCountby,
  readDistinct,
  readGroupby,
  readMultigroupby,
  readTop,
} from './aggregate.ts';
import { readJoin, readStitch, readUnion } from './combine.ts';
import {
  readBlock,
  readDedupeby,
  readFilter,
  readFind,
  readLimit,
  readLucene,
  readOrderby,
  readWildfind,
} from './rows.ts';
import { readChoose, readConvert, readMove, readRedact, readRemove, readRoundtime } from './shape.ts';
import { readSource } from './source.ts';
import { readEnrich, readExplode, readExtract } from './unpack.ts';
import { readCreate, readReplace } from './write.ts';

/** Reads what follows the command's word. */
export type StageReader = (p: Parser, keyword: Name) => Stage;

export const STAGE_READERS: Readonly<Record<CommandName, StageReader>> = {
  source: readSource,
  filter: readFilter,
  block: readBlock,
  find: readFind,
  wildfind: readWildfind,
  lucene: readLucene,
  limit: readLimit,
  dedupeby: readDedupeby,
  choose: readChoose,
  create: readCreate,
  replace: readReplace,
  move: readMove,
  remove: readRemove,
  convert: readConvert,
  redact: readRedact,
  roundtime: readRoundtime,
  extract: readExtract,
  explode: readExplode,
  enrich: readEnrich,
  aggregate: readAggregate,
  groupby: readGroupby,
  multigroupby: readMultigroupby,
  count: readCount,
  countby: readCountby,
  distinct: readDistinct,
  top: readTop,
  bottom: readBottom,
  orderby: readOrderby,
  join: readJoin,
  union: readUnion,
  stitch: readStitch,
};
