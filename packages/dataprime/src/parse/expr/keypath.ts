import { closest } from '@clearspan/text';
import type { Expr, KeypathExpr, PathStep, Root } from '../../ast/expr.ts';
import { isReserved } from '../../lex/identifier.ts';
import type { Token } from '../../lex/token.ts';
import { accept, advance, at, nameOf, spanFrom, spanOf, textOf } from '../cursor.ts';
import { expectClosing } from '../expect.ts';
import { built, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { foreign, report, unexpected } from '../report.ts';

const ROOTS: ReadonlyMap<string, Root> = new Map([
  ['$d', 'd'],
  ['$data', 'd'],
  ['$m', 'm'],
  ['$metadata', 'm'],
  ['$l', 'l'],
  ['$labels', 'l'],
  ['$p', 'p'],
]);

/** The root that a text abbreviates, lengthens or misspells. */
const nearestRoot = (text: string): Root | undefined => {
  const names = [...ROOTS.keys()];
  const name = names.find((root) => root.startsWith(text)) ?? closest(text, names, { maxDistance: 2 });
  return name === null ? undefined : ROOTS.get(name);
};

/** Takes `$d` and its like. An unknown one is told and read as `$d`. */
export const readRoot = (p: Parser): Root => {
  const token = advance(p, 'namespace');
  const root = ROOTS.get(token.text);
  if (root !== undefined) return root;
  const meant = nearestRoot(token.text);
  const text = `$${meant ?? 'd'}`;
  const fix = meant === undefined ? {} : { fix: { title: `Write \`${text}\``, span: spanOf(token), text } };
  report(p, 'DP1003', token, `expected \`$d\`, \`$m\`, \`$l\` or \`$p\`, found \`${token.text}\``, fix);
  return meant ?? 'd';
};

/** `[…]` after an operand. */
export const readBracketStep = (p: Parser): PathStep => {
  const start = advance(p, 'index').start;
  const inner = nested(p, () => p.readExpr(p));
  expectClosing(p, ']');
  const span = spanFrom(p, start);
  if (inner.kind === 'string') return { kind: 'key', key: inner.value, span };
  const isIndex = inner.kind === 'number' && /^\d+$/.test(inner.text) && Number.isSafeInteger(inner.value);
  return isIndex ? { kind: 'index', index: inner.value, span } : { kind: 'dynamic', expr: inner, span };
};

/** Takes the name after a `.`, which is taken already. Null when none stands there. */
const readDotName = (p: Parser): Token | null => {
  if (p.current.kind === 'ident') return advance(p, 'key');
  unexpected(p, 'a key after `.`');
  return null;
};

/** `.0` for `[0]`: taken as the element that is meant. The number starts right after the dot. */
export const readDotIndex = (p: Parser): PathStep | null => {
  if (p.current.kind !== 'number' || !/^\d+$/.test(p.current.text)) return null;
  const dot = p.previousEnd - 1;
  const token = advance(p, 'literal');
  const span = { start: dot, end: token.end };
  foreign(p, span, `expected an array element as \`[${token.text}]\`, found \`.${token.text}\``, `[${token.text}]`);
  return { kind: 'index', index: Number(token.text), span };
};

/** The steps that follow, up to a name with parentheses: that is a method, not a key. */
const readSteps = (p: Parser, steps: PathStep[]): void => {
  for (;;) {
    if (at(p, '[')) {
      steps.push(readBracketStep(p));
      continue;
    }
    if (!accept(p, '.')) return;
    const index = readDotIndex(p);
    if (index !== null) {
      steps.push(index);
      continue;
    }
    const name = readDotName(p);
    if (name === null) return;
    steps.push({ kind: 'key', key: name.text, span: nameOf(name).span });
  }
};

const dynamicOf = (steps: readonly PathStep[]): readonly Expr[] =>
  steps.flatMap((step) => (step.kind === 'dynamic' ? [step.expr] : []));

/** A keypath with steps gathered so far. */
export const keypath = (p: Parser, start: number, root: Root | null, steps: readonly PathStep[]): KeypathExpr =>
  built(p, { kind: 'keypath', root, steps, span: spanFrom(p, start) }, dynamicOf(steps));

const emptyKeypath = (p: Parser): KeypathExpr => ({
  kind: 'keypath',
  root: 'd',
  steps: [],
  span: { start: p.current.start, end: p.current.start },
});

const readReserved = (p: Parser): KeypathExpr => {
  const token = advance(p, 'key');
  const text = `$d.${token.text}`;
  report(p, 'DP1003', token, `expected a keypath, found the reserved word \`${token.text}\``, {
    fix: { title: `Write \`${text}\``, span: spanOf(token), text },
  });
  return keypath(p, token.start, 'd', [{ kind: 'key', key: token.text, span: spanOf(token) }]);
};

/** A string where a keypath is expected, as in `as 'name'`: read as the key of that name. */
const readQuotedPath = (p: Parser): KeypathExpr => {
  const token = advance(p, 'literal');
  const key = token.text.slice(1, -1);
  const plain = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(key) && !isReserved(key);
  const text = plain ? key : `$d['${key.replace(/[\\']/g, '\\$&')}']`;
  foreign(p, spanOf(token), `expected a keypath, found the string \`${textOf(p, token).slice(0, 40)}\``, text);
  const keys = plain ? key.split('.') : [key];
  const steps = keys.map((part) => ({ kind: 'key' as const, key: part, span: spanOf(token) }));
  return keypath(p, token.start, plain ? null : 'd', steps);
};

/**
 * A keypath where nothing else may stand. Calls and casts are not taken. Without one, the answer is `$d` of no
 * length and the error is told: `what` says what is expected.
 */
export const readKeypath = (p: Parser, what = 'a keypath'): KeypathExpr => {
  const { kind, start, text, closed } = p.current;
  if (kind === 'string' && closed) return readQuotedPath(p);
  if (kind === 'ident' && isReserved(text)) return readReserved(p);
  const steps: PathStep[] = [];
  if (kind === 'root') {
    const root = readRoot(p);
    readSteps(p, steps);
    return keypath(p, start, root, steps);
  }
  if (kind !== 'ident') {
    unexpected(p, what);
    return emptyKeypath(p);
  }
  const first = advance(p, 'key');
  steps.push({ kind: 'key', key: first.text, span: spanOf(first) });
  readSteps(p, steps);
  return keypath(p, start, null, steps);
};
