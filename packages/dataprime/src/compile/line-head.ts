import { SEVERITY, STRING } from '../types/type.ts';
import type { LineHead } from './line-field.ts';
import { ESCAPED, equals, fieldValue, isKind, isRepeated, LINE, matchesText, not } from './line-text.ts';
import { all, any, call, infix, list, num, plain, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { type Value, value } from './value.ts';

type Holder = NonNullable<LineHead['holder']>;

const textOf = ({ path }: Holder): SqlExpr => call('ifNull', fieldValue(path, 'string'), str(''));

/** The code of a severity, 0 for none. Words are ASCII, so that lower case is that of ASCII. */
const codeOf = (holder: Holder, codes: NonNullable<LineHead['codes']>): SqlExpr => {
  const isNumber = holder.type === 'number';
  const known = codes.filter(([of]) => (typeof of === 'number') === isNumber);
  const read = isNumber ? call('ifNull', fieldValue(holder.path, 'number'), num(0)) : call('lower', textOf(holder));
  const values = known.map(([of]) => (typeof of === 'number' ? num(of) : str(of)));
  return call('transform', read, list(values), list(known.map(([, code]) => plain(code))), plain(0));
};

const holds = ({ holder, codes }: LineHead): SqlExpr | null => {
  if (holder === null) return null;
  return codes === null ? infix('!=', textOf(holder), str('')) : infix('!=', codeOf(holder, codes), plain(0));
};

const isVisible = (char: SqlExpr): SqlExpr => infix('AND', infix('>=', char, str('!')), infix('<', char, str('\x7f')));
/** Blanks around a value do not count, and there are more of them than ASCII has. */
const isTrimmed = (text: SqlExpr): SqlExpr =>
  any([equals(text, str('')), infix('AND', isVisible(text), isVisible(call('substring', text, plain(-1))))]);

/** A text that may yet stand for something: with blanks around it, or a number. */
const isUnclear = ({ holder, codes }: LineHead): readonly SqlExpr[] => {
  if (holder === null || holder.type === 'number') return [];
  const text = textOf(holder);
  if (codes === null) return [not(isTrimmed(text))];
  const unknown = equals(codeOf(holder, codes), plain(0));
  return [infix('AND', unknown, infix('OR', not(isTrimmed(text)), matchesText(text, '^[0-9]+$')))];
};

/** Whether any of these keys holds a scalar. Their text is looked for first; most lines have none of them. */
const isHeldBy = (paths: readonly (readonly string[])[]): SqlExpr | null => {
  if (paths.length === 0) return null;
  const keys = [...new Set(paths.map((path) => JSON.stringify(path.at(-1) ?? '')))];
  const mentioned = infix('OR', call('multiSearchAny', LINE, list(keys.map(str))), ESCAPED);
  const held = paths.map((path) => {
    // A flat key with a dot hides what stands below its parent, whatever it holds.
    const flat = path.length === 1 && path[0]?.includes('.');
    const isThere = flat ? call('JSONHas', LINE, ...path.map(str)) : not(isKind(path, ['Null', 'Object', 'Array']));
    return infix('OR', isThere, isRepeated(path));
  });
  return infix('AND', mentioned, any(held));
};

/** A line whose label or severity another key decides, or a value that `headValue` does not read. */
export const isOtherHead = (head: LineHead): SqlExpr => {
  const before = isHeldBy(head.before);
  const after = isHeldBy(head.after);
  const held = holds(head);
  return any([
    ...(before === null ? [] : [before]),
    ...(after === null ? [] : [held === null ? after : all([not(held), after])]),
    ...isUnclear(head),
  ]);
};

/** What records get from their keys. It is no constant, so that the engine looks at every line. */
export const headValue = (head: LineHead): Value => {
  const { holder, codes, otherwise } = head;
  if (codes !== null) {
    const code = holder === null ? call('materialize', plain(0)) : codeOf(holder, codes);
    return value(SEVERITY, call('nullIf', call('toUInt8', code), plain(0)));
  }
  const text = holder === null ? call('materialize', str('')) : textOf(holder);
  const label = call('nullIf', text, str(''));
  return value(STRING, otherwise === null ? label : call('ifNull', label, str(otherwise)));
};
