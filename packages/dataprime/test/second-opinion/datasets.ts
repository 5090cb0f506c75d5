import type { Envelope } from '../harness/engine.ts';
import type { Row } from './rows.ts';
import type { Tape } from './tape.ts';
import { LABELS, parseTimestamp, type Value } from './values.ts';

/** Where each set of records lives: an hour of its own. */
export const hourOf = (index: number): { readonly fromNanos: bigint; readonly toNanos: bigint } => {
  const from = 1_714_521_600_000_000_000n + BigInt(index) * 3_600_000_000_000n;
  return { fromNanos: from, toNanos: from + 3_600_000_000_000n };
};

export const STRINGS: readonly string[] = [
  'a',
  'b',
  '',
  'GET /cart?id=7',
  'Payment failed: card_declined',
  'Über-ñandú 日本 😀',
  'it\'s "q" \\ back',
  'true',
  '200',
  '-3.5',
  '1e3',
  '0x1F',
  ' 7',
  '10.1.2.3',
  '192.168.7.9',
  'a-b-c',
  'tool_call',
  'line\nbreak\ttab',
  'YWJj',
  'ff',
];
const NUMBERS: readonly number[] = [0, 1, 2, 3, -1, 200, 404, 0.5, -2.25, 1500.125, 1e6, 12345678901];
const TIMES = [
  '2024-05-01T10:20:30Z',
  '2024-02-29',
  '2023-12-31T23:59:59.123456789Z',
  '2024-05-01T10:20:30+02:00',
  '2024-13-01',
  '2024-02-30',
  'yesterday',
  '1969-12-31T23:59:59.5Z',
];
const INTERVALS = ['1h30m', '-5s', '90ms', '1d', '0s', '1h1h', '1m2h', '2us', '', 'x', '5'];
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const scalar = (tape: Tape): Json =>
  tape.pick<() => Json>([
    () => tape.pick(STRINGS),
    () => tape.pick(NUMBERS),
    () => tape.pick([true, false]),
    () => null,
  ])();
const object = (tape: Tape, depth: number): { [key: string]: Json } => {
  const result: { [key: string]: Json } = {};
  for (const key of ['x', 'y', 'k.z', 'deep']) {
    if (tape.once(3)) continue;
    result[key] = key === 'deep' && depth > 0 ? object(tape, depth - 1) : scalar(tape);
  }
  return result;
};
const list = (tape: Tape, item: () => Json): Json[] => Array.from({ length: tape.below(4) }, item);

/** What each key of the data usually holds; now and then it is something else. */
const USUAL: Readonly<Record<string, (tape: Tape) => Json>> = {
  s: (tape) => tape.pick(STRINGS),
  t: (tape) => tape.pick(['a', 'b', 'a', 'c']),
  n: (tape) => tape.pick(NUMBERS),
  n2: (tape) => tape.pick([1, 2, 3]),
  ok: (tape) => tape.pick([true, false]),
  when: (tape) => tape.pick(TIMES),
  took: (tape) => tape.pick(INTERVALS),
  obj: (tape) => object(tape, 1),
  tags: (tape) => list(tape, () => tape.pick(['a', 'b', 'c', null, 'tool_call'])),
  nums: (tape) => list(tape, () => tape.pick([1, 2, 3, null, -0.5])),
  mixed: (tape) => list(tape, () => scalar(tape)),
  'k8s.pod': (tape) => tape.pick(['pod-1', 'pod-2']),
  ключ: (tape) => tape.pick(STRINGS),
};
export const DATA_KEYS: readonly string[] = Object.keys(USUAL);

const record = (tape: Tape, dataset: number, index: number): Envelope => {
  const at = hourOf(dataset).fromNanos + BigInt(index) * 60_000_000_000n + BigInt(tape.below(2)) * 1_500_000_001n;
  const seconds = new Date(Number(at / 1_000_000n)).toISOString().slice(0, 19);
  const $d: { [key: string]: Json } = {};
  for (const [key, usual] of Object.entries(USUAL)) {
    if (tape.once(5)) continue;
    $d[key] = tape.once(6) ? (tape.once(4) ? object(tape, 0) : scalar(tape)) : usual(tape);
  }
  const $m: { [key: string]: Json } = {
    timestamp: `${seconds}.${String(at % 1_000_000_000n).padStart(9, '0')}Z`,
    logid: `d${dataset}r${index}`,
  };
  if (!tape.once(6)) $m.severity = tape.pick(LABELS);
  if (tape.once(2)) $m.priorityclass = tape.pick(['high', 'low']);
  const $l: { [key: string]: Json } = { applicationname: tape.pick(['shop', 'billing']) };
  if (!tape.once(3)) $l.subsystemname = tape.pick(['web', 'core', 'ünï']);
  if (tape.once(3)) $l.computername = tape.pick(['node-1', 'node-2']);
  return { $m, $l, $d };
};

/** Up to nine records: few enough to read, enough for groups. */
export const createDataset = (tape: Tape, dataset: number): readonly Envelope[] =>
  Array.from({ length: tape.below(9) + 1 }, (_, index) => record(tape, dataset, index));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A record as the row queries see: its time a timestamp, its severity a severity. */
export const toRow = ({ $m, $l, $d }: Envelope): Row => ({
  m: {
    ...$m,
    timestamp: parseTimestamp(textOf($m.timestamp)),
    severity: $m.severity === undefined ? null : { is: 'severity', code: LABELS.indexOf(textOf($m.severity)) + 1 },
  },
  l: { ...($l as Row['l']) },
  d: $d as { [key: string]: Value },
});
