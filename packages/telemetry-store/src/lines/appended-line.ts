import type { DecodeContext } from '../otlp/outcome.ts';
import { type LineError, lineError } from './line-error.ts';

export type AppendedLine =
  | {
      readonly ok: true;
      /** Rows written: 0 for a blank line, several for a line that holds an OTLP request. */
      readonly rows: number;
      /** The record has a time that could not be read, and got that of the context. */
      readonly timeUnread?: boolean;
    }
  | {
      readonly ok: false;
      readonly error: LineError;
      /** Rows written all the same: the other records of an OTLP request. */
      readonly rows: number;
    };

export interface LineContext extends Pick<DecodeContext, 'timeWindow' | 'seriesSeen'> {
  /** Time of records that have none. */
  readonly nowNanos: bigint;
  /** Start of the `logid` of the file's records, such as a hash of its name. */
  readonly source: string;
}

export const lineFault = (code: LineError['code'], line: number, message: string, rows = 0): AppendedLine => ({
  ok: false,
  rows,
  error: lineError(code, line, message),
});
