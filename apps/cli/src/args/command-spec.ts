/** An option of a command, as it is parsed and as it is shown. */
export interface OptionSpec {
  readonly name: string;
  /** `flag`: present or not. `value`: one value, given at most once. `values`: any number of times. */
  readonly kind: 'flag' | 'value' | 'values';
  /** How its value is called in the usage: `DIR`. */
  readonly value?: string;
  readonly help: string;
}

/** What a command takes. The parser, the usage and the did-you-mean all read it. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Lines of usage, without the program's name. */
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly positionalsMax: number;
  readonly examples?: readonly string[];
}

const FORMATS = 'table|json|ndjson|csv';

export const SOURCE_OPTIONS: readonly OptionSpec[] = [
  { name: 'logs', kind: 'values', value: 'FILE', help: 'query this log file in place (NDJSON or plain text)' },
  { name: 'spans', kind: 'values', value: 'FILE', help: 'query this file of spans in place (envelopes or OTLP JSON)' },
  {
    name: 'table',
    kind: 'values',
    value: 'NAME=FILE.csv',
    help: 'a table of this CSV file; its first column is the key',
  },
  { name: 'url', kind: 'value', value: 'URL', help: 'a running gateway; by default the one on this machine' },
];

export const TIME_OPTIONS: readonly OptionSpec[] = [
  { name: 'from', kind: 'value', value: 'T', help: 'start of the window where no time is named (RFC 3339, now-1h)' },
  { name: 'to', kind: 'value', value: 'T', help: 'end of that window; now by default' },
  { name: 'now', kind: 'value', value: 'T', help: 'freeze the clock, so that answers are reproducible' },
];

export const FORMAT_OPTION: OptionSpec = { name: 'format', kind: 'value', value: FORMATS, help: 'table by default' };

export const BATCH_OPTION: OptionSpec = {
  name: 'batch',
  kind: 'flag',
  help: 'NDJSON in on stdin, one answer line out per line, same order',
};
