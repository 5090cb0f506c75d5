import { type Node, nodesAt } from '../ast/nodes-at.ts';
import type { Query } from '../ast/query.ts';
import type { Stage } from '../ast/stage.ts';
import type { CommandName } from '../parse/command-names.ts';
import { type ParsedTokens, parseTokens } from '../parse/parse.ts';
import type { ReadToken, Role } from '../parse/parser.ts';
import { PROBE } from '../parse/probe.ts';
import type { Word } from './word.ts';

/** Where a word stands, as the parser reads the text up to it. */
export interface Place {
  readonly word: Word;
  /** The text up to the word, and the probe. */
  readonly text: string;
  readonly parsed: ParsedTokens;
  readonly role: Role;
  /** Tokens before the word. */
  readonly before: readonly ReadToken[];
  /** Whether a command is what comes here, and whether it is the first of its query. */
  readonly command: 'first' | 'next' | null;
  /** Nodes around the probe, outermost first. */
  readonly nodes: readonly Node[];
  /** The stage and its query; null where no command stands before the word. */
  readonly stage: { readonly query: Query; readonly stage: Stage; readonly command: CommandName } | null;
  /** Where the stage starts. */
  readonly stageStart: number;
}

const opens = ({ kind, text }: ReadToken): boolean =>
  kind === 'template' ? text.endsWith('{') : kind === 'punct' && ['(', '[', '{'].includes(text);
const closes = ({ kind, text }: ReadToken): boolean =>
  kind === 'template' ? text.startsWith('}') : kind === 'punct' && [')', ']', '}'].includes(text);

/** The command of the stage that is open at the end of the tokens. */
const openCommand = (tokens: readonly ReadToken[]): ReadToken | null => {
  let depth = 0;
  for (const token of tokens.toReversed()) {
    if (depth === 0 && token.role === 'command') return token;
    if (depth === 0 && token.text === '|' && token.kind === 'punct') return null;
    if (closes(token)) depth += 1;
    if (opens(token)) depth = Math.max(0, depth - 1);
  }
  return null;
};

const SUBQUERIES: ReadonlySet<string> = new Set(['join', 'union', 'stitch']);

/** Whether the parenthesis opens a query: it follows `join`, `union` or `stitch`, with a mode or without. */
const opensQuery = (before: readonly ReadToken[]): boolean => {
  const previous = before.at(-2);
  const owner = previous?.role === 'keyword' ? before.at(-3) : previous;
  return owner?.role === 'command' && SUBQUERIES.has(owner.text);
};

const commandPlace = (before: readonly ReadToken[]): Place['command'] => {
  const previous = before.at(-1);
  if (previous === undefined) return 'first';
  if (previous.kind !== 'punct') return null;
  if (previous.text === '|')
    return before.at(-2)?.text === '(' && before.at(-2)?.end === previous.start ? 'first' : 'next';
  return previous.text === '(' && opensQuery(before) ? 'first' : null;
};

const stageOf = (nodes: readonly Node[], command: ReadToken | null): Place['stage'] => {
  if (command === null) return null;
  for (const node of nodes) {
    if (node.kind !== 'query') continue;
    // `order by` is two tokens and one keyword.
    const stage = node.stages.find(({ keyword: { span } }) => span.start <= command.start && command.start < span.end);
    if (stage !== undefined && stage.kind !== 'error') return { query: node, stage, command: stage.kind };
  }
  return null;
};

/** What the parser makes of the text up to the word. Null where it makes nothing of it. */
export const placeOf = (source: string, word: Word): Place | null => {
  const text = `${source.slice(0, word.start)}${PROBE} `;
  const parsed = parseTokens(text);
  const at = parsed.tokens.findLastIndex(({ start }) => start === word.start);
  const token = parsed.tokens[at];
  if (token === undefined) return null;
  const before = parsed.tokens.slice(0, at);
  const command = openCommand(before);
  const nodes = nodesAt(parsed.query, word.start + 1);
  const stage = stageOf(nodes, command);
  return {
    word,
    text,
    parsed,
    role: token.role,
    before,
    command: commandPlace(before),
    nodes,
    stage,
    stageStart: stage?.stage.keyword.span.start ?? 0,
  };
};
