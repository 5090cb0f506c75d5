import type { RowRoot } from '../check/checked.ts';
import type { Compiled, OutputColumn } from '../compile/compiled.ts';
import { intervalText } from '../types/interval-text.ts';
import { SEVERITY_LABELS } from '../types/severity.ts';
import { timestampText } from '../types/timestamp-text.ts';

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | bigint
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
type Tree = { [key: string]: JsonValue };
/** A row of DataPrime: metadata, labels, data. */
export interface DecodedRow {
  readonly m: { readonly [key: string]: JsonValue };
  readonly l: { readonly [key: string]: JsonValue };
  readonly d: { readonly [key: string]: JsonValue };
}

export interface DecodeOptions {
  /** `iso`: text with nine digits of the second (default). `nanos`: a bigint of nanoseconds since the epoch. */
  readonly timestamps?: 'iso' | 'nanos';
}

const isTree = (value: JsonValue | undefined): value is Tree & JsonValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): JsonValue => {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The store writes this text itself, so a fault here is one of the store; the text is the most useful answer.
    return text;
  }
};

/** Cells are scalars: the statement selects no arrays, tuples or maps. */
const cellText = (cell: unknown): string => (typeof cell === 'string' ? cell : JSON.stringify(cell));

/** A value of the engine (64-bit integers quoted) as the value it stands for. */
const decodeValue = (value: unknown, { type }: OutputColumn, options: DecodeOptions): JsonValue => {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'number':
      return Number(value);
    case 'bool':
      return value === true || value === 1 || value === '1' || value === 'true';
    case 'timestamp': {
      const nanos = BigInt(cellText(value));
      return options.timestamps === 'nanos' ? nanos : timestampText(nanos);
    }
    case 'interval':
      return intervalText(BigInt(cellText(value)));
    case 'severity':
      return SEVERITY_LABELS[Number(value)] ?? null;
    case 'string':
    case 'regexp':
      return cellText(value);
    case 'array':
    case 'object':
    case 'unknown':
    case 'null':
      return parseJson(cellText(value));
    default:
      return unreachable(type);
  }
};

/** Sets a key without ever reaching a prototype: `__proto__` is a key like any other. */
const put = (tree: Tree, key: string, value: JsonValue): void => {
  Object.defineProperty(tree, key, { value, writable: true, enumerable: true, configurable: true });
};
const own = (tree: Tree, key: string): JsonValue | undefined => (Object.hasOwn(tree, key) ? tree[key] : undefined);

/** Sets a value at a path, making the objects on the way; what is no object gives way. */
const setAt = (tree: Tree, path: readonly string[], value: JsonValue): void => {
  let at = tree;
  for (const key of path.slice(0, -1)) {
    const next = own(at, key);
    const child: Tree = isTree(next) ? next : {};
    if (child !== next) put(at, key, child);
    at = child;
  }
  const last = path.at(-1);
  if (last !== undefined) put(at, last, value);
};

const removeAt = (tree: Tree, path: readonly string[]): void => {
  let at: Tree | undefined = tree;
  for (const key of path.slice(0, -1)) {
    const next: JsonValue | undefined = at === undefined ? undefined : own(at, key);
    at = isTree(next) ? next : undefined;
  }
  const last = path.at(-1);
  if (at !== undefined && last !== undefined) delete at[last];
};

/**
 * A row of the statement's result, as JSONCompactEachRow gives it, put together as the query means it. Numbers are
 * doubles, timestamps ISO text or bigints, intervals text such as `1h30m`, severities their labels.
 */
export const decodeRow = (
  compiled: Pick<Compiled, 'columns' | 'assembly'>,
  values: readonly unknown[],
  options: DecodeOptions = {},
): DecodedRow => {
  const row: Record<RowRoot, Tree> = { m: {}, l: {}, d: {} };
  for (const step of compiled.assembly) {
    if (step.kind === 'remove') {
      removeAt(row[step.root], step.path);
      continue;
    }
    const column = compiled.columns[step.column];
    if (column === undefined) continue;
    const value = decodeValue(values[step.column], column, options);
    if (step.kind === 'set') {
      if (value !== null || !step.omitNull) setAt(row[column.root], column.path, value);
    } else if (isTree(value)) for (const [key, item] of Object.entries(value)) put(row[column.root], key, item);
  }
  return row;
};

const unreachable = (type: never): never => {
  throw new TypeError(`unexpected type ${JSON.stringify(type)}`);
};
