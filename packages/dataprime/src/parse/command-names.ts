import type { Stage } from '../ast/stage.ts';

export type CommandName = Exclude<Stage['kind'], 'error'>;

/** The 31 commands with all their spellings, the canonical one first. */
export const COMMANDS: Readonly<Record<CommandName, readonly string[]>> = {
  source: ['source', 'from'],
  filter: ['filter', 'f', 'where'],
  block: ['block'],
  find: ['find', 'text'],
  wildfind: ['wildfind', 'wildtext'],
  lucene: ['lucene'],
  limit: ['limit'],
  dedupeby: ['dedupeby'],
  choose: ['choose', 'select'],
  create: ['create', 'c', 'add', 'a'],
  replace: ['replace'],
  move: ['move', 'm'],
  remove: ['remove', 'r'],
  convert: ['convert', 'conv'],
  redact: ['redact'],
  roundtime: ['roundtime'],
  extract: ['extract', 'e'],
  explode: ['explode'],
  enrich: ['enrich'],
  aggregate: ['aggregate', 'agg'],
  groupby: ['groupby'],
  multigroupby: ['multigroupby'],
  count: ['count'],
  countby: ['countby'],
  distinct: ['distinct'],
  top: ['top'],
  bottom: ['bottom'],
  orderby: ['orderby', 'sortby', 'order by', 'sort by'],
  join: ['join'],
  union: ['union'],
  stitch: ['stitch'],
};

const entries = Object.entries(COMMANDS) as readonly (readonly [CommandName, readonly string[]])[];

const BY_SPELLING: ReadonlyMap<string, CommandName> = new Map(
  entries.flatMap(([name, spellings]) => spellings.map((spelling) => [spelling, name] as const)),
);

/** The command a word stands for, whatever its accepted spelling. */
export const commandNamed = (word: string): CommandName | null => BY_SPELLING.get(word) ?? null;

/** Every spelling of every command: what completion and did-you-mean offer. */
export const COMMAND_SPELLINGS: readonly string[] = [...BY_SPELLING.keys()];
