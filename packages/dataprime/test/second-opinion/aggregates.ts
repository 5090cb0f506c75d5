import { type Expr, expression, type Scope, used } from './expressions.ts';
import type { Row } from './rows.ts';
import type { Tape } from './tape.ts';
import { cast, compare, keyOf, type Type, toText, type Value } from './values.ts';

/** An expression over the rows of a group. `name`: what the column is called without `as`; null when it is computed. */
export interface Aggregate {
  readonly text: string;
  readonly type: Type;
  readonly name: string | null;
  readonly run: (rows: readonly Row[]) => Value;
}

type Over = (rows: readonly Row[]) => readonly Value[];
const present = (values: readonly Value[]): readonly Value[] => values.filter((value) => value !== null);
const over =
  (expr: Expr, type: Type): Over =>
  (rows) =>
    present(rows.map(used(expr, type)));
const distinct = (values: readonly Value[]): number => new Set(values.map(keyOf)).size;
const sum = (values: readonly Value[]): number => values.reduce<number>((total, value) => total + Number(value), 0);
const deviation = (values: readonly Value[], less: number): number | null => {
  if (values.length <= less) return null;
  const mean = sum(values) / values.length;
  return values.reduce<number>((total, value) => total + (Number(value) - mean) ** 2, 0) / (values.length - less);
};
const root = (value: number | null): number | null => (value === null ? null : Math.sqrt(value));
/** Between the two values that the place falls between, which is exact for as few as there are here. */
const quantile = (values: readonly Value[], share: number): number | null => {
  const ordered = values.map(Number).toSorted((a, b) => a - b);
  const place = share * (ordered.length - 1);
  const [low, high] = [ordered[Math.floor(place)], ordered[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place % 1);
};
const extreme = (values: readonly Value[], largest: boolean): Value => {
  const [first, ...rest] = values.toSorted(compare);
  return (largest ? (rest.at(-1) ?? first) : first) ?? null;
};

const numeric = (tape: Tape, scope: Scope): Aggregate => {
  const expr = expression(tape, scope, 'number', 1);
  const values = over(expr, 'number');
  const [name, run] = tape.pick<readonly [string, (values: readonly Value[]) => Value]>([
    ['sum', (of) => (of.length === 0 ? null : sum(of))],
    ['avg', (of) => (of.length === 0 ? null : sum(of) / of.length)],
    ['stddev', (of) => root(deviation(of, 0))],
    ['variance', (of) => deviation(of, 0)],
    ['sample_stddev', (of) => root(deviation(of, 1))],
    ['sample_variance', (of) => deviation(of, 1)],
    ['median', (of) => quantile(of, 0.5)],
    ['percentile', (of) => quantile(of, 0.25)],
  ]);
  const args = name === 'percentile' ? `0.25, ${expr.text}` : expr.text;
  return { text: `${name}(${args})`, type: 'number', name, run: (rows) => run(values(rows)) };
};

const ORDERED: readonly Type[] = ['number', 'string', 'timestamp', 'interval', 'severity'];

const ordered = (tape: Tape, scope: Scope): Aggregate => {
  const largest = tape.once(2);
  const name = largest ? 'max' : 'min';
  const type = tape.pick(ORDERED);
  const expr = expression(tape, scope, type, 1);
  const of: Type = expr.open ? 'any' : type;
  return {
    text: `${name}(${expr.text})`,
    type: of,
    name,
    run: (rows) => extreme(ranked(over(expr, of)(rows)), largest),
  };
};
/** Values of mixed types: numbers where there are any, else text, else truth values. */
const ranked = (values: readonly Value[]): readonly Value[] => {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value === 'string');
  const bools = values.filter((value) => typeof value === 'boolean');
  const others = values.filter((value) => typeof value === 'object' && (value as { is?: unknown }).is !== undefined);
  return [numbers, others, texts, bools].find((list) => list.length > 0) ?? [];
};

const counting = (tape: Tape, scope: Scope): Aggregate => {
  const item = expression(tape, scope, 'any', 1);
  const condition = expression(tape, scope, 'bool', 1);
  const [items, holds] = [over(item, 'any'), used(condition, 'bool')];
  const where = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => holds(row) === true);
  const [name, args, run] = tape.pick<readonly [string, string, (rows: readonly Row[]) => Value]>([
    ['count', '', (rows) => rows.length],
    ['count', item.text, (rows) => items(rows).length],
    ['count_if', condition.text, (rows) => where(rows).length],
    ['count_if', `${condition.text}, ${item.text}`, (rows) => items(where(rows)).length],
    ['distinct_count', item.text, (rows) => distinct(items(rows))],
    ['approx_count_distinct', item.text, (rows) => distinct(items(rows))],
    ['distinct_count_if', `${condition.text}, ${item.text}`, (rows) => distinct(items(where(rows)))],
  ]);
  return { text: `${name}(${args})`, type: 'number', name, run };
};

const collecting = (tape: Tape, scope: Scope): Aggregate => {
  const type = tape.pick<'string' | 'number'>(['string', 'number']);
  const expr = expression(tape, scope, type, 1);
  const item: Expr = expr.open ? { ...expr, text: `(${expr.text}):${type}`, run: used(expr, type) } : expr;
  if (expr.open) return counting(tape, scope);
  const [options, unique, bare] = tape.pick<readonly [string, boolean, boolean]>([
    ['', false, false],
    [', true', true, false],
    [', distinct = true, ignoreNulls=true', true, true],
    [', ignoreNulls=true', false, true],
  ]);
  const run = (rows: readonly Row[]): Value => {
    if (rows.length === 0) return null;
    const all = rows.map(item.run);
    const kept = unique ? all.filter((value, at) => all.findIndex((o) => keyOf(o) === keyOf(value)) === at) : all;
    const sorted = present(kept).toSorted(compare);
    return bare ? sorted : [...sorted, ...kept.filter((value) => value === null)];
  };
  return {
    text: `collect(${item.text}${options}).arraySort()`,
    type: type === 'string' ? 'strings' : 'numbers',
    name: 'arraySort',
    run,
  };
};

/** The value beside the least or greatest key; rows without a key or a value do not count. */
const beside = (tape: Tape, scope: Scope): Aggregate => {
  const time = scope.find(({ root: r, path }) => r === 'm' && path[0] === 'timestamp');
  if (time === undefined) return counting(tape, scope);
  const name = tape.pick(['min_by', 'max_by']);
  const expr = expression(tape, scope, tape.pick<Type>(['string', 'number']), 1);
  const run = (rows: readonly Row[]): Value => {
    const pairs = rows
      .map((row) => [row.m.timestamp ?? null, expr.run(row)] as const)
      .filter(([key, value]) => key !== null && value !== null)
      .toSorted(([a], [b]) => compare(a, b));
    return (name === 'min_by' ? pairs[0] : pairs.at(-1))?.[1] ?? null;
  };
  return { text: `${name}($m.timestamp, ${expr.text})`, type: expr.open ? 'any' : expr.type, name, run };
};

const single = (tape: Tape, scope: Scope): Aggregate =>
  tape.pick([counting, counting, numeric, ordered, collecting, beside])(tape, scope);

/** An aggregation, or a computation over aggregations. */
export const aggregate = (tape: Tape, scope: Scope): Aggregate => {
  if (!tape.once(4)) return single(tape, scope);
  const [a, b] = [counting(tape, scope), counting(tape, scope)];
  if (tape.once(2))
    return {
      text: `\`{${a.text}} of {${b.text}:interval}\``,
      type: 'string',
      name: null,
      run: (rows) => {
        const value = b.run(rows);
        const text = toText(cast(value, 'interval')) ?? '';
        return `${toText(a.run(rows))} of ${text}`;
      },
    };
  return {
    text: `ceil(${a.text} * 10 - 1) / 2`,
    type: 'number',
    name: null,
    run: (rows) => Math.ceil(Number(a.run(rows)) * 10 - 1) / 2,
  };
};
