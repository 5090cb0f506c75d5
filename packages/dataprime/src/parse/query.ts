import { closest } from '@clearspan/text';
import type { Query } from '../ast/query.ts';
import type { Stage } from '../ast/stage.ts';
import { isPunct, type Token } from '../lex/token.ts';
import { commandNamed } from './command-names.ts';
import { accept, advance, at, peek, spanFrom, spanOf } from './cursor.ts';
import type { Parser } from './parser.ts';
import { skipStage } from './recover.ts';
import { describe, foreign, type ReportOptions, report, unexpected } from './report.ts';
import { readStages } from './stage.ts';

/** Whether the query ends here: at the end of the text, or inside parentheses at `)` or `|)`. */
const atQueryEnd = (p: Parser): boolean => {
  if (p.current.kind === 'end') return true;
  if (p.nestingDepth === 0) return false;
  return at(p, ')') || (at(p, '|') && isPunct(peek(p), ')'));
};

const atStageEnd = (p: Parser): boolean => atQueryEnd(p) || at(p, '|');

/** A command right after a stage: the `|` between them was forgotten. One-letter names are too likely keys. */
const isForgottenBar = (p: Parser): boolean => {
  const { kind, text } = p.current;
  if (p.panic || kind !== 'ident' || text.length < 3) return false;
  const name = commandNamed(text);
  return name !== null && name !== 'source';
};

/** What should have stood before a token instead of a semicolon: nothing before the end or a `|`. */
const barBefore = ({ kind }: Token): string => (kind === 'end' || kind === 'punct' ? '' : ' |');

/** Semicolons are taken; stray closing brackets are told and passed over. */
const passStray = (p: Parser): void => {
  while (p.current.kind === 'punct' && (p.current.text === ';' || (p.current.text === ')' && p.nestingDepth === 0))) {
    const token = spanOf(p.current);
    const { text } = advance(p, 'skipped');
    if (text === ';') foreign(p, token, 'expected `|` or the end of the query, found `;`', barBefore(p.current));
    else if (!p.panic) report(p, 'DP1003', token, 'expected `|` or the end of the query, found `)`');
  }
};

/** Words that go on with a command, where they are long enough to be told from keys. */
const CLAUSE_WORDS = [
  'last',
  'around',
  'between',
  'timeshifted',
  'interval',
  'desc',
  'keep',
  'orderby',
  'into',
  'original',
  'datatypes',
  'merge',
];

/** The fix for a clause word with a slip in it. */
const clauseMeant = ({ kind, text, start, end }: Token): ReportOptions => {
  const near = kind === 'ident' ? closest(text, CLAUSE_WORDS) : null;
  if (near === null || near === text) return {};
  return { near, fix: { title: `Write \`${near}\``, span: { start, end }, text: near } };
};

/** Brings reading to the end of the stage. True when the next stage starts here, without its `|`. */
const finishStage = (p: Parser): boolean => {
  const { start: before } = p.current;
  if (!p.panic) passStray(p);
  if (atStageEnd(p)) return false;
  // What stands after a semicolon is the next command.
  if (p.text[before] === ';' && p.current.start > before) return true;
  if (isForgottenBar(p)) {
    const at = { start: p.current.start, end: p.current.start };
    report(p, 'DP1005', p.current, `expected \`|\`, found ${describe(p.current)}`, {
      fix: { title: 'Write `|` before it', span: at, text: '| ' },
    });
    return true;
  }
  unexpected(p, p.nestingDepth > 0 ? '`|` or `)`' : '`|` or the end of the query', clauseMeant(p.current));
  skipStage(p);
  return false;
};

/** A query has no bar before its first command. */
const passLeadingBar = (p: Parser): void => {
  if (!at(p, '|')) return;
  const bar = spanOf(advance(p, 'punctuation'));
  report(p, 'DP1003', bar, 'expected a command, found `|`', { fix: { title: 'Remove the bar', span: bar, text: '' } });
};

/**
 * Commands joined by `|`, up to the end of the text or the closing parenthesis. A stray `)` on the outermost level is
 * passed over, so that the whole text is read.
 */
export const readQuery = (p: Parser): Query => {
  const { start } = p.current;
  const stages: Stage[] = [];
  if (p.nestingDepth === 0 && p.current.kind === 'end') return { kind: 'query', stages, span: spanOf(p.current) };
  if (!atQueryEnd(p)) passLeadingBar(p);
  if (p.current.kind === 'end' && p.diagnostics.length > 0) return { kind: 'query', stages, span: spanFrom(p, start) };
  let continues = true;
  while (continues) {
    stages.push(...readStages(p, stages.length === 0));
    const joined = finishStage(p);
    continues = joined || (!atQueryEnd(p) && accept(p, '|'));
  }
  return { kind: 'query', stages, span: spanFrom(p, start) };
};
