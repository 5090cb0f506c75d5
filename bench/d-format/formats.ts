import { type Leaf, type LogRecord, leavesOf } from './records.ts';
import type { RowBytes } from './row-bytes.ts';

export type FormatName = 'B' | 'C' | 'D' | 'F';

/** One way of keeping `$d`: its columns beside ts, severity and service, its index, how a record is written. */
export interface Format {
  readonly name: FormatName;
  readonly what: string;
  readonly columns: readonly string[];
  readonly indexes: readonly string[];
  write(out: RowBytes, record: LogRecord): void;
}

const writeTextMap = (out: RowBytes, leaves: readonly Leaf[]): void => {
  out.count(leaves.length);
  for (const { key, value } of leaves) {
    out.text(key);
    out.text(typeof value === 'string' ? value : JSON.stringify(value));
  }
};

const writeTypedMaps = (out: RowBytes, leaves: readonly Leaf[]): void => {
  writeTextMap(
    out,
    leaves.filter((leaf) => typeof leaf.value === 'string'),
  );
  const numbers = leaves.filter((leaf) => typeof leaf.value === 'number');
  out.count(numbers.length);
  for (const { key, value } of numbers) {
    out.text(key);
    out.f64(value as number);
  }
  const bools = leaves.filter((leaf) => typeof leaf.value === 'boolean');
  out.count(bools.length);
  for (const { key, value } of bools) {
    out.text(key);
    out.u8(value ? 1 : 0);
  }
};

const KEY = 'LowCardinality(String)';
const TYPED = [
  `d_str Map(${KEY}, String) CODEC(ZSTD(1))`,
  `d_num Map(${KEY}, Float64) CODEC(ZSTD(1))`,
  `d_bool Map(${KEY}, Bool) CODEC(ZSTD(1))`,
];
const JSON_TEXT = 'd_json String CODEC(ZSTD(1))';
const bloom = (column: string): string => `INDEX ix_vals mapValues(${column}) TYPE bloom_filter(0.01) GRANULARITY 1`;

export const FORMATS: readonly Format[] = [
  {
    name: 'B',
    what: 'JSON text + three typed maps',
    columns: [JSON_TEXT, ...TYPED],
    indexes: [bloom('d_str')],
    write: (out, record) => {
      out.text(JSON.stringify(record.data));
      writeTypedMaps(
        out,
        leavesOf(record.data).filter((leaf) => !Array.isArray(leaf.value)),
      );
    },
  },
  {
    name: 'C',
    what: 'JSON text + one map of text',
    columns: [JSON_TEXT, `d Map(${KEY}, String) CODEC(ZSTD(1))`],
    indexes: [bloom('d')],
    write: (out, record) => {
      out.text(JSON.stringify(record.data));
      writeTextMap(
        out,
        leavesOf(record.data).filter((leaf) => !Array.isArray(leaf.value)),
      );
    },
  },
  {
    name: 'D',
    what: 'JSON type',
    columns: ['d JSON CODEC(ZSTD(1))'],
    indexes: [],
    write: (out, record) => out.text(JSON.stringify(record.data)),
  },
  {
    name: 'F',
    what: 'typed maps only, arrays as JSON text in a fourth',
    columns: [...TYPED, `d_arr Map(${KEY}, String) CODEC(ZSTD(1))`],
    indexes: [bloom('d_str')],
    write: (out, record) => {
      const leaves = leavesOf(record.data);
      writeTypedMaps(
        out,
        leaves.filter((leaf) => !Array.isArray(leaf.value)),
      );
      writeTextMap(
        out,
        leaves.filter((leaf) => Array.isArray(leaf.value)),
      );
    },
  },
];

const BASE = [
  "ts DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1))",
  'severity UInt8 CODEC(ZSTD(1))',
  'service LowCardinality(String) CODEC(ZSTD(1))',
];

export const createTable = (format: Format, table: string): string =>
  `CREATE TABLE ${table} (${[...BASE, ...format.columns, ...format.indexes].join(', ')}) ENGINE = MergeTree ` +
  'ORDER BY (toStartOfFiveMinutes(ts), service, ts) SETTINGS index_granularity = 2048';

/** The columns as `file()` wants them: no codecs. */
export const structureOf = (format: Format): string =>
  [...BASE, ...format.columns].map((column) => column.replace(/ CODEC\(.*\)$/, '')).join(', ');

export const encode = (format: Format, records: readonly LogRecord[], out: RowBytes): Buffer => {
  for (const record of records) {
    out.i64(record.tsNanos);
    out.u8(record.severity);
    out.text(record.service);
    format.write(out, record);
  }
  return out.take();
};
