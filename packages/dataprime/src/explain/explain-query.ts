import type { CheckedColumn, CheckedFrame, CheckedOrder, CheckedQuery, CheckedStage } from '../check/checked.ts';
import { pathText } from '../check/path.ts';
import { tableOf } from '../schema/datasets.ts';
import { type ColumnNames, explainExpr, isHidden } from './explain-expr.ts';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const frameText = (frame: CheckedFrame | null, names: ColumnNames): string => {
  switch (frame?.kind) {
    case 'last':
      return ` of the last ${explainExpr(frame.interval, names)}`;
    case 'around':
      return ` within ${frame.interval === null ? '30m' : explainExpr(frame.interval, names)} of ${explainExpr(frame.at, names)}`;
    case 'between':
      return ` from ${explainExpr(frame.from, names)} to ${explainExpr(frame.to, names)}`;
    case 'timeshifted':
      return ` of the window shifted by ${explainExpr(frame.interval, names)}`;
    case undefined:
      return '';
  }
};

const columnText = ({ root, path, expr }: CheckedColumn, names: ColumnNames): string => {
  const name = pathText(root, path);
  const value = explainExpr(expr, names);
  return value === name || expr.kind === 'field' || expr.kind === 'column' ? name : `${value} as ${name}`;
};

const orderText = (keys: readonly CheckedOrder[], names: ColumnNames): string =>
  list(
    keys.map(({ expr, direction }) => `${explainExpr(expr, names)}${direction === 'desc' ? ' (largest first)' : ''}`),
  );

interface Written {
  /** The columns with their values: `duration * 2 as twice`. */
  readonly columns: string;
  readonly names: string;
  readonly values: string;
}

/** What commands that compute columns say of them; the others show them. */
const EXTENDS: Readonly<Record<string, (written: Written) => string>> = {
  create: ({ columns }) => `add ${columns}`,
  remove: () => 'leave out some fields',
  replace: ({ names }) => `change ${names} where it is present`,
  move: ({ names, values }) => `move ${values} to ${names}`,
  convert: ({ names }) => `convert ${names}`,
  redact: ({ names }) => `mask parts of ${names}`,
  roundtime: ({ names, values }) => `round ${values} into ${names}`,
  enrich: ({ names }) => `put the row that is found into ${names}`,
  extract: ({ names, values }) => `read ${names} out of a text: ${values}`,
};

const extendText = (command: string, columns: readonly CheckedColumn[], names: ColumnNames): string => {
  const written: Written = {
    columns: list(columns.map((column) => columnText(column, names))),
    names: list(columns.map(({ root, path }) => pathText(root, path))),
    values: list(columns.map(({ expr }) => explainExpr(expr, names))),
  };
  return EXTENDS[command]?.(written) ?? `show ${written.columns}`;
};

const stageText = (stage: CheckedStage, names: ColumnNames): string => {
  switch (stage.kind) {
    case 'filter':
      return `${stage.keep ? 'keep' : 'drop'} rows where ${explainExpr(stage.condition, names)}`;
    case 'limit':
      return `take the first ${stage.count}`;
    case 'sort':
      return `sort by ${orderText(stage.keys, names)}`;
    case 'dedupe':
      return `keep ${stage.keep} for each ${list(stage.keys.map((key) => explainExpr(key, names)))}${
        stage.order.length === 0 ? '' : `, by ${orderText(stage.order, names)}`
      }`;
    case 'extend':
      return extendText(stage.command, stage.columns, names);
    case 'group': {
      const values = list(stage.aggregates.map((column) => columnText(column, names)));
      const named = stage.keys.filter(({ path }) => path.length > 0);
      const keys = list(named.map((column) => columnText(column, names)));
      if (stage.command === 'multigroupby') {
        const held = list(named.map(({ root, path }) => pathText(root, path)));
        return `group several times, by ${held}${values === '' ? '' : `, and compute ${values}`}`;
      }
      if (stage.keys.length === 0) return `compute ${values}`;
      return stage.aggregates.length === 0 ? `list each distinct ${keys}` : `for each ${keys} compute ${values}`;
    }
    case 'join': {
      if (stage.command === 'enrich')
        return `look ${list(stage.keys.map(({ left }) => explainExpr(left, names)))} up in ${tableOf(stage.query.source.dataset) ?? 'a table'}`;
      if (stage.command === 'stitch')
        return `put beside each row the row with its number of (${queryText(stage.query, names)})`;
      const on = list(
        stage.keys.map(({ left, right }) => `${explainExpr(left, names)} is its ${explainExpr(right, names)}`),
      );
      const where = on === '' ? '' : ` where ${on}`;
      const found = `${names.get(stage.row) ?? 'an object'} the matching row of (${queryText(stage.query, names)})${where}`;
      return stage.mode === 'inner' ? `keep rows that have a match and put into ${found}` : `put into ${found}`;
    }
    case 'union':
      return `add the rows of (${queryText(stage.query, names)})`;
    case 'number':
      return 'number the rows';
    case 'explode':
      return `make a row of each element of ${explainExpr(stage.items, names)} as ${names.get(stage.id) ?? 'a value'}`;
    default:
      return unreachable(stage);
  }
};

/** The names of all columns, those of queries inside the query too. */
const addNames = (query: CheckedQuery, names: Map<number, string>): void => {
  for (const stage of query.stages) {
    if (stage.kind === 'extend')
      for (const column of stage.columns.filter(isHidden)) names.set(column.id, explainExpr(column.expr, names));
    for (const slot of stage.shape.slots) if (slot.kind === 'set') names.set(slot.id, pathText('d', slot.path));
    if (stage.kind === 'union' || stage.kind === 'join') addNames(stage.query, names);
  }
};

/** A command of several stages is told by the one that says most. */
const isTold = (stage: CheckedStage): boolean =>
  !(
    stage.kind === 'number' ||
    (stage.kind === 'extend' && stage.columns.length > 0 && stage.columns.every(isHidden))
  ) &&
  !(stage.command === 'stitch' && (stage.kind === 'sort' || stage.kind === 'extend')) &&
  !(stage.command === 'enrich' && stage.kind === 'dedupe') &&
  !(stage.command === 'multigroupby' && stage.kind === 'explode') &&
  !((stage.command === 'union' || stage.command === 'join') && stage.kind === 'extend');

const queryText = (query: CheckedQuery, names: ColumnNames): string => {
  const { dataset, frame } = query.source;
  const source = `${dataset}${frameText(frame, names)}`;
  const steps = query.stages.filter(isTold).map((stage) => stageText(stage, names));
  return steps.length === 0 ? `all ${source}` : `${source}: ${steps.join('; ')}`;
};

/** A query in one English sentence: "Logs of the last 1h: keep rows where status is at least 500; take the first 10." */
export const explainQuery = (query: CheckedQuery): string => {
  const known = new Map<number, string>();
  const names: ColumnNames = {
    get: (id) => known.get(id),
    queryText: (inner) => {
      addNames(inner, known);
      return queryText(inner, names);
    },
  };
  addNames(query, known);
  const text = queryText(query, names);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const unreachable = (stage: never): never => {
  throw new TypeError(`unexpected stage ${JSON.stringify(stage)}`);
};
