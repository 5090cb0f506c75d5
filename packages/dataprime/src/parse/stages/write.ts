import type { Span } from '@clearspan/text';
import type { Expr, KeypathExpr, Name } from '../../ast/expr.ts';
import type { CreateStage, OnAction, OnClause, ReplaceStage } from '../../ast/stage.ts';
import { spanFrom, textOf } from '../cursor.ts';
import { acceptWord, atWord, expectOneOf, expectWord, nextIs } from '../expect.ts';
import { readKeypath } from '../expr/keypath.ts';
import type { Parser } from '../parser.ts';
import { report, unexpected } from '../report.ts';

/** Commands that write one key: create and replace, with what to do when it is there, is not, or changes its type. */

type Event = OnClause['event'];

const ACTIONS: Readonly<Record<Event, readonly OnAction[]>> = {
  exists: ['fail', 'skip', 'overwrite'],
  missing: ['fail', 'create', 'skip'],
  datatype: ['skip', 'fail', 'overwrite'],
};

/** What follows `on`: `keypath exists`, `keypath missing`, `datatype changed`. */
const readEvent = (p: Parser, events: readonly Event[]): Event | null => {
  if (events.includes('datatype') && acceptWord(p, 'datatype') !== null) {
    if (acceptWord(p, 'change') === null) expectWord(p, 'changed');
    return 'datatype';
  }
  if (events.includes('exists') && acceptWord(p, 'keypath') !== null) {
    return expectOneOf(p, ['exists', 'missing']);
  }
  unexpected(p, events.includes('exists') ? '`keypath` or `datatype`' : '`datatype changed`');
  return null;
};

const readOnClauses = (p: Parser, events: readonly Event[]): readonly OnClause[] => {
  const clauses: OnClause[] = [];
  for (;;) {
    const { start } = p.current;
    if (acceptWord(p, 'on') === null) return clauses;
    const event = readEvent(p, events);
    if (event === null) return clauses;
    const action = expectOneOf(p, ACTIONS[event]);
    if (action === null) return clauses;
    clauses.push({ event, action, span: spanFrom(p, start) });
  }
};

/** A reserved word as the key it names. */
const reservedTarget = (p: Parser, span: Span): KeypathExpr => {
  const key = textOf(p, span);
  const fix = { title: `Write \`$d.${key}\``, span, text: `$d.${key}` };
  report(p, 'DP1003', span, `expected a keypath, found the reserved word \`${key}\``, { fix });
  return { kind: 'keypath', root: 'd', steps: [{ kind: 'key', key, span }], span };
};

/** The first part as a target; anything but a keypath cannot be written to. */
const asTarget = (p: Parser, expr: Expr): KeypathExpr => {
  if (expr.kind === 'keypath') return expr;
  if (expr.kind === 'null' || expr.kind === 'bool' || expr.kind === 'severity') return reservedTarget(p, expr.span);
  if (!atWord(p, 'from')) unexpected(p, '`as` and a keypath');
  else if (!p.panic)
    report(p, 'DP1003', expr.span, `expected a keypath, found \`${textOf(p, expr.span).slice(0, 40)}\``);
  return { kind: 'keypath', root: 'd', steps: [], span: expr.span };
};

/** `create a = 5`: read as `create a from 5`. */
const isAssigned = (p: Parser): boolean => p.current.kind === 'ident' && nextIs(p, '=');

/** `create keypath from expr` or `create expr as keypath`: the word after the first part tells which. */
export const readCreate = (p: Parser, keyword: Name): CreateStage => {
  const first: Expr = isAssigned(p) ? readKeypath(p) : p.readExpr(p);
  const stage = (form: CreateStage['form'], target: KeypathExpr, value: CreateStage['value']): CreateStage => {
    const on = readOnClauses(p, ['exists', 'missing', 'datatype']);
    return { kind: 'create', keyword, target, value, form, on, span: spanFrom(p, keyword.span.start) };
  };
  if (acceptWord(p, 'as') !== null) return stage('as', readKeypath(p, 'a keypath after `as`'), first);
  const target = asTarget(p, first);
  expectWord(p, 'from');
  return stage('from', target, p.readExpr(p));
};

export const readReplace = (p: Parser, keyword: Name): ReplaceStage => {
  const target = readKeypath(p);
  expectWord(p, 'with');
  const value = p.readExpr(p);
  const on = readOnClauses(p, ['datatype']);
  return { kind: 'replace', keyword, target, value, on, span: spanFrom(p, keyword.span.start) };
};
