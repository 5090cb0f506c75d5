import type { DecodedRow, JsonValue } from '@clearspan/dataprime';

type Tree = Readonly<Record<string, JsonValue>>;

const GAP = '  ';
const isTree = (value: JsonValue | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Leaves of a row by their paths: `$m.timestamp`, `user.id`. An object without keys is a leaf. */
const leavesOf = (value: JsonValue, path: string): readonly (readonly [string, JsonValue])[] =>
  isTree(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [[path, value]];

const flat = ({ m, l, d }: DecodedRow): ReadonlyMap<string, JsonValue> =>
  new Map(
    (
      [
        ['$m', m],
        ['$l', l],
        ['', d],
      ] as const
    ).flatMap(([root, tree]) => (Object.keys(tree).length === 0 ? [] : leavesOf(tree as JsonValue, root))),
  );

const textOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

/** Rows as an aligned table: a column for each leaf that any row has, numbers to the right, null where there is none. */
export const rowsText = (rows: readonly DecodedRow[]): string => {
  const flats = rows.map(flat);
  const names = [...new Set(flats.flatMap((row) => [...row.keys()]))];
  // A null where other rows have an object is no column of its own.
  const columns = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  const cells = flats.map((row) => columns.map((name) => textOf(row.get(name))));
  const isNumeric = columns.map((name) =>
    flats.every((row) => ['number', 'undefined'].includes(typeof (row.get(name) ?? undefined))),
  );
  const widths = columns.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => (isNumeric[i] === true ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join(GAP)
      .trimEnd();
  return [line(columns), widths.map((width) => '─'.repeat(width)).join(GAP), ...cells.map(line)].join('\n');
};
