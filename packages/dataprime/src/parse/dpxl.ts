import type { FilterStage } from '../ast/stage.ts';
import { advance, at, nameOf, peek, reread, spanFrom } from './cursor.ts';
import type { Parser } from './parser.ts';
import { report } from './report.ts';

/** What a DPXL expression begins with: the version of the language. */
export const DPXL_VERSION = '<v1>';

const VERSION = /<v\d+>?/y;

/** Whether the text is a DPXL expression: `<v1> condition`. */
export const atDpxl = (p: Parser): boolean => at(p, '<') && /^v\d+$/.test(peek(p).text);

/** `<v1> condition`: a filter, of the part of the language that scopes and policies are written in. */
export const readDpxl = (p: Parser): FilterStage => {
  VERSION.lastIndex = p.current.start;
  const text = VERSION.exec(p.text)?.[0] ?? '<';
  reread(p, { ...p.current, kind: 'ident', text, end: p.current.start + text.length });
  const keyword = nameOf(p.current);
  if (text !== DPXL_VERSION) {
    const fix = { title: `Write \`${DPXL_VERSION}\``, span: keyword.span, text: DPXL_VERSION };
    const isAll = peek(p).kind === 'end';
    report(p, 'DP1003', keyword.span, `expected \`${DPXL_VERSION}\`, found \`${text}\``, isAll ? {} : { fix });
    p.panic = isAll;
  }
  advance(p, 'command');
  const condition = p.readExpr(p);
  return { kind: 'filter', keyword, condition, span: spanFrom(p, keyword.span.start) };
};
