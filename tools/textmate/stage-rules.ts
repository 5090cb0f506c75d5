import { AGGREGATE_WORDS, CLAUSE_WORDS, COMMANDS, type CommandName } from '@clearspan/dataprime';
import { parentheses } from './expression-rules.ts';
import { captures, type GrammarRule, oneOf, scope, WORD, WORD_END } from './rule.ts';

const COMMAND = 'keyword.control.command';
const CLAUSE = scope('keyword.other.clause');
const DATASET = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(?:[.-]+[\\p{L}\\p{M}\\p{N}_]+)*';

const SEPARATOR = 'punctuation.separator';
const NAMED = 'variable.other.dataset';
/** `logs`, `default/logs`, `default/enrichments/owners`. */
const DATASET_PATH = `(${DATASET})(?:(/)(${DATASET}))?(?:(/)(${DATASET}))?`;
const DATASET_SCOPES = [NAMED, SEPARATOR, NAMED, SEPARATOR, NAMED];

/** Before the bar in front of the next command, or the end of a query in parentheses. */
const STAGE_END = '(?=\\|(?!\\|))|(?=\\))';

/** Commands whose parentheses hold a query. */
const WITH_QUERY: ReadonlySet<CommandName> = new Set(['join', 'union', 'stitch']);
/** Commands whose parentheses hold what otherwise stands outside of them. */
const WITH_SETS: ReadonlySet<CommandName> = new Set(['multigroupby']);

const wordsOf = (command: CommandName): readonly string[] =>
  CLAUSE_WORDS[command].flatMap((word) => (word === AGGREGATE_WORDS[0] ? AGGREGATE_WORDS : [word]));

/** Words that are more, or something else, by what stands beside them. */
const SPECIAL: Readonly<Partial<Record<CommandName, readonly GrammarRule[]>>> = {
  join: [{ name: CLAUSE, match: '(?:left|right)(?=\\s*=>)' }],
  enrich: [{ match: `(using)\\s+${DATASET_PATH}`, captures: captures('keyword.other.clause', ...DATASET_SCOPES) }],
  extract: [
    { match: `(using)\\s+(${WORD})`, captures: captures('keyword.other.clause', 'support.function.extractor') },
  ],
};

/** A word before a dot or `=` is the key or the argument of that name. */
const clauses = (command: CommandName): readonly GrammarRule[] => {
  const words = wordsOf(command);
  if (words.length === 0) return [];
  return [...(SPECIAL[command] ?? []), { name: CLAUSE, match: `${oneOf(words)}${WORD_END}(?!\\s*(?:\\.|=(?![=>])))` }];
};

const inParentheses = (command: CommandName): readonly GrammarRule[] => {
  if (WITH_QUERY.has(command)) return [parentheses([{ include: '#query' }])];
  if (!WITH_SETS.has(command)) return [];
  return [parentheses([{ include: '#comments' }, ...clauses(command), { include: '#expression' }])];
};

const stage = (command: CommandName): GrammarRule => {
  const spelled = `(${oneOf(COMMANDS[command])})${WORD_END}`;
  const isSource = command === 'source';
  return {
    name: scope(`meta.stage.${command}`),
    begin: isSource ? `${spelled}(?:\\s+${DATASET_PATH})?` : spelled,
    beginCaptures: isSource ? captures(COMMAND, ...DATASET_SCOPES) : captures(COMMAND),
    end: STAGE_END,
    patterns: [{ include: '#comments' }, ...clauses(command), ...inParentheses(command), { include: '#expression' }],
  };
};

/** A query: commands with bars between them. A word is a command only here, and a clause only after its command. */
export const STAGE_RULES: Readonly<Record<string, GrammarRule>> = {
  query: {
    patterns: [
      { include: '#comments' },
      { name: scope(COMMAND), match: '^\\s*<v\\d+>' },
      { name: scope('punctuation.separator.pipe'), match: '\\|' },
      ...(Object.keys(COMMANDS) as CommandName[]).map(stage),
      { include: '#expression' },
    ],
  },
};
