import type { ResultRow } from '@clearspan/contracts';
import { durationText } from './format-value.ts';

/** A whole log or span as one line: what a person looks for first. */
export interface RecordLine {
  readonly time: string | null;
  readonly severity: string | null;
  readonly origin: string | null;
  readonly text: string;
  readonly traceId: string | null;
  /** `key=value` of what else the record says of itself, shortened. */
  readonly more: string;
}

type Tree = Readonly<Record<string, unknown>>;

const tree = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {});
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const MESSAGE_KEYS: readonly string[] = ['message', 'msg', 'text', 'body', 'event', 'error'];
const MORE_CHARS_MAX = 160;

const moreOf = (attributes: Tree): string =>
  Object.entries(attributes)
    .flatMap(([key, value]) =>
      typeof value === 'object' ? [] : [`${key}=${JSON.stringify(value).replace(/^"|"$/g, '')}`],
    )
    .join(' ')
    .slice(0, MORE_CHARS_MAX);

const LEVELS: Readonly<Record<string, string>> = {
  1: 'Debug',
  2: 'Verbose',
  3: 'Info',
  4: 'Warning',
  5: 'Error',
  6: 'Critical',
};

const severityOf = (value: unknown): string | null => {
  if (typeof value === 'number') return LEVELS[value] ?? null;
  const text = textOf(value);
  return text ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase() : null;
};

const bodyText = (body: unknown): string | null => {
  if (typeof body !== 'object' || body === null) return textOf(body);
  return messageIn(body as Tree) ?? JSON.stringify(body);
};

const messageIn = (d: Tree): string | null => {
  for (const key of MESSAGE_KEYS) {
    const found = textOf(d[key]);
    if (found) return found;
  }
  return null;
};

const spanText = (m: Tree, l: Tree, d: Tree): string | null => {
  const name = textOf(l.operationName) ?? textOf(d.operationName);
  if (!name) return null;
  const duration = m.duration ?? d.duration;
  return typeof duration === 'number' ? `${name} · ${durationText(duration)}` : name;
};

/** Works on the logs of this system, on plain log files and on spans; what is unknown shows as its JSON. */
export const readRecord = (row: ResultRow): RecordLine => {
  const m = tree(row.$m);
  const l = tree(row.$l);
  const d = tree(row.$d);
  const log = tree(d.logRecord);
  const traceId = textOf(log.traceId) ?? textOf(d.traceID) ?? textOf(d.trace_id) ?? textOf(d.traceId);
  return {
    time: textOf(m.timestamp) ?? textOf(d.timestamp),
    severity: severityOf(m.severity),
    origin: textOf(l.serviceName) ?? textOf(l.subsystemname) ?? textOf(l.applicationname),
    text: spanText(m, l, d) ?? bodyText(log.body) ?? messageIn(d) ?? JSON.stringify(row.$d ?? {}),
    more: moreOf(tree(log.attributes)),
    traceId: traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : null,
  };
};
