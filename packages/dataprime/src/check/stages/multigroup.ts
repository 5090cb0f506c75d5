import type { Column, MultigroupbyStage } from '../../ast/stage.ts';
import { arrayOf, NUMBER, sameType, type Type, UNKNOWN } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage, TypedExpr } from '../checked.ts';
import { computedName, distinctNames } from '../naming.ts';
import { pathText } from '../path.ts';
import { error, type Scope, sourceText } from '../scope.ts';
import { closedShape } from '../shape.ts';
import { checkColumn } from './columns.ts';
import { aggregates, warnOldKeyword } from './groups.ts';

const groupingSetsMax = 64;

interface Key {
  readonly column: CheckedColumn;
  readonly name: string;
  /** The expression as written: two sets that write a key the same mean the same. */
  readonly text: string;
}
type GroupingSet = readonly Key[];

const checkSet = (scope: Scope, columns: readonly Column[]): GroupingSet => {
  const checked = columns.map((column, index) =>
    checkColumn(scope, column, () => computedName(scope, column, index), false),
  );
  distinctNames(scope, checked);
  return checked.map((column, index) => ({
    column,
    name: pathText(column.root, column.path),
    text: sourceText(scope, columns[index]?.expr.span ?? column.expr.span),
  }));
};

/** One text for all sets of the same keys, in whatever order. */
const setKey = (set: GroupingSet): string =>
  set
    .map(({ name, text }) => JSON.stringify([name, text]))
    .toSorted()
    .join(' ');

/** Each set once. */
const distinctSets = (sets: readonly GroupingSet[]): readonly GroupingSet[] => {
  const seen = new Map<string, GroupingSet>();
  for (const set of sets) {
    const key = setKey(set);
    if (!seen.has(key)) seen.set(key, set);
  }
  return [...seen.values()];
};

/** A key's value by the grouping set a row stands for: null where the set lacks the key. */
const keyOf = (name: string, sets: readonly GroupingSet[], set: TypedExpr): CheckedColumn | null => {
  const held = sets.map((keys) => keys.find((key) => key.name === name) ?? null);
  const found = held.filter((key) => key !== null);
  const [first] = found;
  if (first === undefined) return null;
  if (found.length === sets.length && found.every(({ text }) => text === first.text)) return first.column;
  const types = found.map(({ column }) => column.expr.type);
  const known = types.every((other) => sameType(other, first.column.expr.type)) ? first.column.expr.type : UNKNOWN;
  const type: Type = known.kind === 'null' ? UNKNOWN : known;
  const { span } = first.column.expr;
  const arms = held.flatMap((key, index) =>
    key === null
      ? []
      : [
          {
            when: { kind: 'number', value: index, type: NUMBER, span } as const,
            result: { kind: 'use', operand: key.column.expr, type, span } as const,
          },
        ],
  );
  const expr: TypedExpr = { kind: 'case', form: 'case_equals', subject: set, arms, otherwise: null, type, span };
  return { ...first.column, expr };
};

/**
 * `multigroupby (a), (a, b) …`: the groups of every set, one set after the other. Each row stands once for each set, and
 * the set's number is a key beside the keys it has; so a null of the data and a key that the set lacks stay apart in
 * the grouping, though the result shows null for both.
 */
export const checkMultigroupby = (scope: Scope, stage: MultigroupbyStage): readonly CheckedStage[] => {
  warnOldKeyword(scope, stage);
  const written = stage.sets.map((columns) => checkSet(scope, columns));
  const different = distinctSets(written);
  const sets = different.slice(0, groupingSetsMax);
  const at = { command: 'multigroupby', span: stage.span };
  if (different.length > groupingSetsMax)
    error(scope, 'DP2004', `expected at most ${groupingSetsMax} groupings, found ${different.length}`, stage.span);
  const { span } = stage;
  const id = scope.session.nextColumn();
  const set: TypedExpr = { kind: 'column', id, stored: NUMBER, path: [], type: NUMBER, span };
  const names = [...new Set(sets.flatMap((keys) => keys.map(({ name }) => name)))];
  const keys = names.map((name) => keyOf(name, sets, set)).filter((key) => key !== null);
  const values = aggregates(scope, stage.aggregates);
  distinctNames(scope, [...keys, ...values]);
  const shape = closedShape([...keys, ...values]);
  if (sets.length < 2) return [{ ...at, kind: 'group', keys, aggregates: values, shape }];
  const items = sets.map((_, index): TypedExpr => ({ kind: 'number', value: index, type: NUMBER, span }));
  const number: CheckedColumn = { id: scope.session.nextColumn(), root: 'd', path: [], expr: set };
  return [
    { ...at, kind: 'explode', items: { kind: 'array', items, type: arrayOf(NUMBER), span }, id, shape: scope.shape },
    { ...at, kind: 'group', keys: [number, ...keys], aggregates: values, shape },
  ];
};
