import { closest } from '@clearspan/text';
import type { Name } from '../ast/expr.ts';
import type { Stage } from '../ast/stage.ts';
import { isPunct } from '../lex/token.ts';
import { COMMAND_SPELLINGS, commandNamed } from './command-names.ts';
import { advance, nameOf, peek, spanFrom, spanOf } from './cursor.ts';
import { atDpxl, readDpxl } from './dpxl.ts';
import { nextIs } from './expect.ts';
import type { Parser } from './parser.ts';
import { describe, foreign, report, unexpected } from './report.ts';
import { foreignStage, RENAMED, takeRenamed } from './stages/foreign-stages.ts';
import { readSource } from './stages/source.ts';
import { STAGE_READERS } from './stages/stage-readers.ts';

const nextIsBy = (p: Parser): boolean => peek(p).kind === 'ident' && peek(p).text.toLowerCase() === 'by';

/** `order by`, `sort by`, and what other languages write in two words, as one name. Null when it is one word. */
const takeTwoWords = (p: Parser): Name | null => {
  const first = p.current.text.toLowerCase();
  if (!['order', 'sort', 'group', 'count'].includes(first) || !nextIsBy(p)) return null;
  const { start, text } = advance(p, 'command');
  const second = advance(p, 'command').text;
  const span = spanFrom(p, start);
  const meant = first === 'group' || first === 'count' ? `${first}by` : `${first} by`;
  const written = `${text} ${second}`;
  if (written !== meant) foreign(p, span, `expected \`${meant}\`, found \`${written}\``, meant);
  return { text: meant, span };
};

/** The command's word: as it is, in two words, in capitals, or under another language's name. */
const takeKeyword = (p: Parser): Name | null => {
  const two = takeTwoWords(p);
  if (two !== null) return two;
  const { text } = p.current;
  if (commandNamed(text) !== null) return nameOf(advance(p, 'command'));
  const lower = text.toLowerCase();
  const meant = RENAMED.get(lower) ?? (commandNamed(lower) === null ? null : lower);
  return meant === null ? null : takeRenamed(p, meant);
};

const errorStage = (p: Parser, keyword: Name): Stage => ({
  kind: 'error',
  keyword,
  span: spanFrom(p, keyword.span.start),
});

const noCommand = (p: Parser): Stage => {
  const isBar = isPunct(p.current, '|') && !nextIs(p, ')') && peek(p).kind !== 'end';
  const options = isBar ? { fix: { title: 'Remove the bar', span: spanOf(p.current), text: '' } } : {};
  unexpected(p, 'a command', options);
  const at = { start: p.current.start, end: p.current.start };
  return { kind: 'error', keyword: { text: '', span: at }, span: at };
};

const unknownCommand = (p: Parser): Stage => {
  const keyword = nameOf(p.current);
  const near = closest(keyword.text, COMMAND_SPELLINGS);
  const hint = near === null ? '' : `; did you mean \`${near}\`?`;
  const fix = near === null ? {} : { fix: { title: `Write \`${near}\``, span: keyword.span, text: near } };
  report(p, 'DP1004', keyword.span, `unknown command ${describe(p.current)}${hint}`, fix);
  p.panic = true;
  advance(p, 'skipped');
  return errorStage(p, keyword);
};

/** `logs | …`: the word `source` was forgotten. */
const isBareDataset = (p: Parser): boolean =>
  ['logs', 'spans'].includes(p.current.text) &&
  (nextIs(p, '|') || peek(p).kind === 'end' || (p.nestingDepth > 0 && nextIs(p, ')')));

const readBareDataset = (p: Parser): Stage => {
  const at = { start: p.current.start, end: p.current.start };
  const span = spanOf(p.current);
  report(p, 'DP1005', span, `expected \`source\`, found the dataset \`${p.current.text}\``, {
    fix: { title: 'Write `source` before it', span: at, text: 'source ' },
  });
  return readSource(p, { text: 'source', span: at });
};

const checkPlace = (p: Parser, keyword: Name): void =>
  report(p, 'DP1003', keyword.span, `expected another command after \`|\`, found \`${keyword.text}\`: it comes first`);

/** One stage, most often; a command of another language may stand for several. */
export const readStages = (p: Parser, isFirst: boolean): readonly Stage[] => {
  p.panic = false;
  if (isFirst && p.nestingDepth === 0 && atDpxl(p)) return [readDpxl(p)];
  if (p.current.kind !== 'ident') return [noCommand(p)];
  if (isFirst && isBareDataset(p)) return [readBareDataset(p)];
  const other = commandNamed(p.current.text) === null || p.current.text === 'SELECT' ? foreignStage(p) : null;
  if (other !== null) return other(p, nameOf(advance(p, 'command')));
  const keyword = takeKeyword(p);
  if (keyword === null) return [unknownCommand(p)];
  const name = commandNamed(keyword.text);
  if (name === null) return [errorStage(p, keyword)];
  if (name === 'source' && !isFirst) checkPlace(p, keyword);
  return [STAGE_READERS[name](p, keyword)];
};
