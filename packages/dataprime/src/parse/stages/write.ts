import type { KeypathExpr, Name } from '../../ast/expr.ts';
import type { CreateStage, OnAction, OnClause, ReplaceStage } from '../../ast/stage.ts';
import { spanFrom } from '../cursor.ts';
import { acceptWord, expectOneOf, expectWord } from '../expect.ts';
import { readKeypath } from '../expr/keypath.ts';
import type { Parser } from '../parser.ts';
import { unexpected } from '../report.ts';

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

/** The first part as a target; anything but a keypath cannot be written to. */
const asTarget = (p: Parser, expr: ReturnType<Parser['readExpr']>): KeypathExpr => {
  if (expr.kind === 'keypath') return expr;
  unexpected(p, '`as` and a keypath');
  return { kind: 'keypath', root: 'd', steps: [], span: expr.span };
};

/** `create keypath from expr` or `create expr as keypath`: the word after the first part tells which. */
export const readCreate = (p: Parser, keyword: Name): CreateStage => {
  const first = p.readExpr(p);
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
