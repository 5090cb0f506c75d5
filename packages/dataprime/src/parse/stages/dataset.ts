import type { Name } from '../../ast/expr.ts';
import { rescanDataset } from '../../lex/rescan.ts';
import { accept, advance, nameOf, reread, spanOf } from '../cursor.ts';
import { readString } from '../expr/literals.ts';
import type { Parser } from '../parser.ts';
import { unexpected } from '../report.ts';

/** One name: a word with dots and hyphens, or a quoted text. */
const readName = (p: Parser): Name => {
  if (p.current.kind === 'string') {
    const { value, span } = readString(p, 'name');
    return { text: value, span };
  }
  if (p.current.kind === 'ident') {
    reread(p, rescanDataset(p.text, p.current));
    return nameOf(advance(p, 'name'));
  }
  unexpected(p, 'the name of a dataset');
  return { text: '', span: { ...spanOf(p.current), end: p.current.start } };
};

/** `logs`, `default/logs`, `system/aaa.audit_events`. */
export const readDataset = (p: Parser): readonly Name[] => {
  const names = [readName(p)];
  while (!p.panic && accept(p, '/')) names.push(readName(p));
  return names;
};
