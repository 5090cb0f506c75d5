import type { EnrichStage } from '../../ast/stage.ts';
import { WITH_MEMBERS } from '../../functions/extractors.ts';
import { findDataset, findTable } from '../../schema/datasets.ts';
import { TABLE_KEY, TABLE_POSITION } from '../../schema/table-fields.ts';
import { NUMBER, OBJECT, STRING, typeName } from '../../types/type.ts';
import type { CheckedColumn, CheckedQuery, CheckedStage, TypedExpr } from '../checked.ts';
import { targetPath } from '../keypath.ts';
import { choose, existing, isThere } from '../presence.ts';
import { columnOf, error, type Scope } from '../scope.ts';
import { withKey } from '../shape.ts';
import { reportDataset } from '../source.ts';
import { asObject } from './as-object.ts';

/** The value to look up, as text. */
const lookupText = (scope: Scope, stage: EnrichStage): TypedExpr => {
  const value = scope.check(scope, stage.source);
  const { type, span } = value;
  if (type.kind === 'array' || type.kind === 'object')
    error(scope, 'DP2003', `expected a text to look up, found ${typeName(type)}`, span);
  return type.kind === 'string' ? value : { kind: 'cast', operand: value, type: STRING, span };
};

const tableNamed = (scope: Scope, { table, span }: EnrichStage): string | null => {
  const names = table.map(({ text }) => text);
  const { tables } = scope.session;
  const found = names.length === 1 ? findTable(names[0] ?? '', tables) : findDataset(names, tables);
  const at = { start: table[0]?.span.start ?? span.start, end: table.at(-1)?.span.end ?? span.end };
  return reportDataset(scope, found, 'table', names.join('/'), at);
};

/** The rows of the table by their keys; of several with one key the first. */
const lookupQuery = (dataset: string, key: CheckedColumn, row: CheckedColumn): CheckedQuery => {
  const { span } = key.expr;
  const shape = { stored: true, slots: [] };
  const at = { command: 'enrich', span, shape };
  const position: TypedExpr = { kind: 'field', root: 'm', path: [TABLE_POSITION], type: NUMBER, span };
  return {
    source: { dataset, frame: null, span },
    stages: [
      { ...at, kind: 'dedupe', keys: [key.expr], keep: 1, order: [{ expr: position, direction: 'asc' }] },
      { ...at, kind: 'extend', columns: [key, row] },
    ],
    shape,
  };
};

/** `enrich e into kp using table`: on a hit the columns become keys of `kp`, beside those it has; else `kp` stays. */
export const checkEnrich = (scope: Scope, stage: EnrichStage): readonly CheckedStage[] | null => {
  const text = lookupText(scope, stage);
  const dataset = tableNamed(scope, stage);
  const target = targetPath(scope, stage.into);
  if (dataset === null || target === null) return null;
  const { span } = stage;
  const column = (expr: TypedExpr, place = { root: 'd' as const, path: ['_'] }): CheckedColumn => ({
    id: scope.session.nextColumn(),
    ...place,
    expr,
  });
  const left = column(text);
  const right = column({ kind: 'field', root: 'm', path: [TABLE_KEY], type: STRING, span });
  const row = column({ kind: 'field', root: 'd', path: [], type: OBJECT, span });
  const found = columnOf(row);
  const before = existing(scope, target.root, target.path, stage.into.span);
  const both: TypedExpr = {
    kind: 'call',
    fn: WITH_MEMBERS,
    args: [found, before === null ? null : asObject(before)],
    type: OBJECT,
    span,
  };
  const into = { id: scope.session.nextColumn(), ...target };
  const result: CheckedColumn = {
    ...into,
    expr: before === null ? found : choose(isThere(found), both, before),
  };
  const at = { command: 'enrich', span, shape: scope.shape };
  return [
    { ...at, kind: 'extend', columns: [left] },
    {
      ...at,
      kind: 'join',
      mode: 'left',
      query: lookupQuery(dataset, right, row),
      keys: [{ left: columnOf(left), right: columnOf(right) }],
      row: row.id,
      beside: [],
    },
    { ...at, kind: 'extend', columns: [result], shape: withKey(scope.shape, result) },
  ];
};
