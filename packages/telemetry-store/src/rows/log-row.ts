import {
  type RowBuffer,
  reserve,
  writeBigInt64,
  writeText,
  writeUInt8,
  writeUInt64,
  writeVarint,
  writeZeros,
} from '../row-binary/row-buffer.ts';
import { LOG_COLUMNS, type LogColumn } from '../tables/logs.ts';
import { type Leaves, writeEntries } from './leaves.ts';
import { templateIdOf } from './template-id.ts';

/** One row of `otel.logs` before it is written. */
export interface LogRow {
  readonly timeNanos: bigint;
  readonly observedNanos: bigint;
  /** DataPrime code, 0 for none. */
  readonly severity: number;
  /** OpenTelemetry's number, 0 for none. */
  readonly severityNumber: number;
  readonly logId: string;
  readonly priorityClass: string;
  readonly application: string;
  readonly subsystem: string;
  /** The other `$l.*`. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** 32 lower-case hexadecimal digits, or empty. */
  readonly traceId: string;
  /** 16 lower-case hexadecimal digits, or empty. */
  readonly spanId: string;
  /** Given from outside; null to compute it from `text`. */
  readonly templateId: bigint | null;
  /** What a person would read, for the pattern; empty where there is none. */
  readonly text: string;
  /** `$d` as compact JSON. */
  readonly json: string;
  /** Scalar leaves of the same `$d`, in parts. */
  readonly leaves: readonly Leaves[];
}

type ColumnWriter = (row: LogRow, out: RowBuffer) => void;

const writeHex = (out: RowBuffer, digits: string, bytes: number): void => {
  if (digits.length !== bytes * 2) {
    writeZeros(out, bytes);
    return;
  }
  reserve(out, bytes);
  out.length += out.bytes.write(digits, out.length, 'hex');
};

const WRITERS: Readonly<Record<LogColumn, ColumnWriter>> = {
  ts: (row, out) => writeBigInt64(out, row.timeNanos),
  observed_ts: (row, out) => writeBigInt64(out, row.observedNanos),
  severity: (row, out) => writeUInt8(out, row.severity),
  severity_number: (row, out) => writeUInt8(out, row.severityNumber),
  logid: (row, out) => writeText(out, row.logId),
  templateid: (row, out) => {
    if (row.templateId !== null) {
      writeBigInt64(out, row.templateId);
      return;
    }
    const { low, high } = templateIdOf(row.text);
    writeUInt64(out, low, high);
  },
  priorityclass: (row, out) => writeText(out, row.priorityClass),
  applicationname: (row, out) => writeText(out, row.application),
  subsystemname: (row, out) => writeText(out, row.subsystem),
  labels: (row, out) => {
    writeVarint(out, row.labels.length);
    for (const [name, value] of row.labels) {
      writeText(out, name);
      writeText(out, value);
    }
  },
  trace_id: (row, out) => writeHex(out, row.traceId, 16),
  span_id: (row, out) => writeHex(out, row.spanId, 8),
  d_json: (row, out) => writeText(out, row.json),
  d_str: (row, out) => writeEntries(out, row.leaves, 'strings'),
  d_num: (row, out) => writeEntries(out, row.leaves, 'numbers'),
  d_bool: (row, out) => writeEntries(out, row.leaves, 'bools'),
};

const IN_ORDER: readonly ColumnWriter[] = LOG_COLUMNS.map(([name]) => WRITERS[name]);

/** Everything that is stored is searched at full speed, which DataPrime calls this class. */
export const PRIORITY_CLASS = 'high';

export const writeLogRow = (row: LogRow, out: RowBuffer): void => {
  for (const write of IN_ORDER) write(row, out);
};
