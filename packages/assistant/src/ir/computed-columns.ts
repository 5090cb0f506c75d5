import type { Column, Expr, KeypathExpr } from '@clearspan/dataprime';
import type { FieldRef } from './field-ref.ts';
import * as n from './nodes.ts';
import { DAY, instant, predExpr } from './pred-expr.ts';
import type { Key, Metric, Pred, Shown } from './query-ir.ts';

/** The field where the records satisfy a predicate, else nothing. */
const fieldIf = (pred: Pred, field: FieldRef): Expr =>
  n.call('if', predExpr(pred), n.fieldExpr(field), { kind: 'null', span: n.NOWHERE });

/** A part of the sum of a number, or of the different values of what is none. */
const shareOf = (part: Pred, field: FieldRef): Expr =>
  field.type === 'number'
    ? n.binary('/', n.call('sum', fieldIf(part, field)), n.call('sum', n.fieldExpr(field)))
    : n.binary(
        '/',
        n.call('distinct_count_if', predExpr(part), n.plainField(field)),
        n.call('distinct_count', n.plainField(field)),
      );

const shownIn = (shown: Shown | undefined, figure: Expr): Expr =>
  shown === undefined ? figure : n.binary('/', figure, n.number(shown.divisor));

const metricExpr = (metric: Metric): Expr => {
  switch (metric.kind) {
    case 'count':
      return n.call('count');
    case 'count-if':
      return n.call('count_if', predExpr(metric.pred));
    case 'distinct':
      return metric.only === undefined
        ? n.call('distinct_count', n.plainField(metric.field))
        : n.call('distinct_count_if', predExpr(metric.only), n.plainField(metric.field));
    case 'stat':
      return shownIn(
        metric.shown,
        n.call(metric.fn, metric.only === undefined ? n.fieldExpr(metric.field) : fieldIf(metric.only, metric.field)),
      );
    case 'percentile':
      return shownIn(
        metric.shown,
        n.call(
          'percentile',
          n.number(metric.p),
          metric.only === undefined ? n.fieldExpr(metric.field) : fieldIf(metric.only, metric.field),
        ),
      );
    case 'change': {
      const [one, other] = [metricExpr(metric.one), metricExpr(metric.other)];
      if (metric.as === 'quotient') return n.binary('/', one, other);
      const difference = n.binary('-', one, other);
      return metric.as === 'difference' ? difference : n.binary('/', difference, other);
    }
    case 'elapsed': {
      const first = (pred: Pred): Expr => n.call('min', fieldIf(pred, metric.time));
      return n.binary('-', first(metric.to), first(metric.from));
    }
    case 'ratio': {
      if (metric.of !== undefined) return shareOf(metric.part, metric.of);
      const whole = metric.over === undefined ? n.call('count') : n.call('count_if', predExpr(metric.over));
      const share = n.binary('/', n.call('count_if', predExpr(metric.part)), whole);
      return metric.per === undefined ? share : n.binary('*', share, n.number(metric.per));
    }
  }
};

export const metricColumn = (metric: Metric): Column => n.column(metricExpr(metric), metric.name);

/** The column a cyclic key is written to. */
export const cyclicName = (unit: 'hour' | 'day_of_week'): string => (unit === 'hour' ? 'hour' : 'weekday');

/** The column of the classes of a number. */
export const stepName = (field: FieldRef): string =>
  `${(field.path.at(-1) ?? 'value').replace(/[^A-Za-z0-9_]+/g, '_')}_from`;

export const keyColumn = (key: Key): Column => {
  const time = n.keypath('m', ['timestamp']);
  switch (key.kind) {
    case 'field':
      return n.column(n.plainField(key.field));
    case 'bucket': {
      const size = n.interval(key.nanos);
      const whole = key.nanos % DAY === 0n ? { ...size, text: `${key.nanos / DAY}d` } : size;
      return n.column(n.call('roundTime', time, whole), 'bucket');
    }
    case 'period': {
      const newer = n.binary('>=', time, instant(key.at));
      return n.column(n.call('if', newer, n.text(key.newer), n.text(key.older)), 'period');
    }
    case 'cyclic':
      return n.column(n.call('extractTime', time, n.text(key.unit)), cyclicName(key.unit));
    case 'bins':
      return n.column(n.cases(key.bins.map((bin) => [predExpr(bin.pred), n.text(bin.label)] as const)), key.name);
    case 'step': {
      const width = n.number(key.width);
      const steps = n.call('floor', n.binary('/', n.fieldExpr(key.field), width));
      return n.column(n.binary('*', steps, width), stepName(key.field));
    }
  }
};

/** Columns a group is known by: a key of the data keeps its path, a computed one has its name. */
export const keyPath = (key: Key): KeypathExpr => {
  const { expr, alias } = keyColumn(key);
  if (alias !== null && alias.kind === 'keypath') return alias;
  return key.kind === 'field' ? n.keypath(null, key.field.path) : (expr as KeypathExpr);
};
