import type { Expr } from '@clearspan/dataprime';
import type { Recurring } from '../time/recurring.ts';
import type { Instant } from '../time/time-spec.ts';
import * as n from './nodes.ts';
import type { Pred, Scalar } from './query-ir.ts';

const scalar = (value: Scalar): Expr => {
  switch (value.kind) {
    case 'text':
      return n.text(value.value);
    case 'number':
      return n.number(value.value);
    case 'bool':
      return { kind: 'bool', value: value.value, span: n.NOWHERE };
    case 'severity':
      return { kind: 'severity', name: value.value, span: n.NOWHERE };
    case 'null':
      return { kind: 'null', span: n.NOWHERE };
  }
};

export const instant = (at: Instant): Expr => {
  switch (at.kind) {
    case 'at':
      return n.timestamp(at.nanos);
    case 'now':
      return at.backNanos === 0n ? n.now : n.binary('-', n.now, n.interval(at.backNanos));
    case 'aligned': {
      const floor = n.binary('/', n.now, { ...n.interval(at.unitNanos), text: unitText(at.unitNanos) });
      return at.backNanos === 0n ? floor : n.binary('-', floor, backText(at));
    }
  }
};
export const DAY = 86_400_000_000_000n;
const unitText = (nanos: bigint): string => (nanos === DAY ? '1d' : '1h');
const backText = (at: Extract<Instant, { kind: 'aligned' }>): Expr => {
  const interval = n.interval(at.backNanos);
  return at.backNanos % DAY === 0n ? { ...interval, text: `${at.backNanos / DAY}d` } : interval;
};

export const join = (op: '&&' | '||', exprs: readonly Expr[]): Expr =>
  exprs.reduce((left, right) => n.binary(op, left, right));

const textPred = (pred: Extract<Pred, { kind: 'text' }>): Expr => {
  if (pred.field === null) return n.binary('~~', n.keypath('d', []), n.text(pred.text));
  const field = n.fieldExpr(pred.field);
  switch (pred.mode) {
    case 'phrase':
      return n.binary('~', field, n.text(pred.text));
    case 'contains':
      return n.call('contains', field, n.text(pred.text));
    case 'starts':
      return n.call('startsWith', field, n.text(pred.text));
    case 'ends':
      return n.call('endsWith', field, n.text(pred.text));
    case 'regex':
      return n.call('matches', field, { kind: 'regex', pattern: pred.text, span: n.NOWHERE });
  }
};

const recurringExpr = (part: Recurring): Expr => {
  const unit = part.kind === 'hours' ? 'hour' : 'day_of_week';
  const value = n.call('extractTime', n.keypath('m', ['timestamp']), n.text(unit));
  // Hours are half-open, days of the week are not.
  const end = part.kind === 'hours' ? '<' : '<=';
  const bounds = [n.binary('>=', value, n.number(part.from)), n.binary(end, value, n.number(part.to))];
  const inside = join(part.kind === 'hours' && part.from > part.to ? '||' : '&&', bounds);
  return part.kind === 'hours' && part.outside ? n.not(inside) : inside;
};

/** A predicate as an expression. Literals enter here and only as literal nodes, so no text of a question is ever syntax. */
export const predExpr = (pred: Pred): Expr => {
  switch (pred.kind) {
    case 'compare': {
      // Presence is a matter of the key, whatever its type.
      const field = pred.value.kind === 'null' ? n.plainField(pred.field) : n.fieldExpr(pred.field);
      return n.binary(pred.op, field, scalar(pred.value));
    }
    case 'against': {
      const other = n.fieldExpr(pred.other);
      const bound = pred.plus === 0 ? other : n.binary(pred.plus < 0 ? '-' : '+', other, n.number(Math.abs(pred.plus)));
      return n.binary(pred.op, n.fieldExpr(pred.field), bound);
    }
    case 'in':
      return n.call('in', n.fieldExpr(pred.field), ...pred.values.map(scalar));
    case 'text':
      return textPred(pred);
    case 'time':
      return n.binary(pred.op, n.keypath('m', ['timestamp']), instant(pred.at));
    case 'recurring':
      return recurringExpr(pred.part);
    case 'not':
      return n.not(predExpr(pred.pred));
    case 'and':
      return join('&&', pred.preds.map(predExpr));
    case 'or':
      return join('||', pred.preds.map(predExpr));
  }
};
