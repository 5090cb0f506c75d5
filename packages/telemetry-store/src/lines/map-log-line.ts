import type { JsonTree } from '../rows/json-tree.ts';
import { ROOT_PATH } from '../rows/leaf-path.ts';
import { addLeaves, clearLeaves, createLeaves, type Leaves } from '../rows/leaves.ts';
import { type LogRow, PRIORITY_CLASS } from '../rows/log-row.ts';
import { messageText } from '../rows/message-text.ts';
import { APPLICATION_DEFAULT, SUBSYSTEM_DEFAULT } from '../rows/origin-labels.ts';
import { otelFromSeverity } from '../rows/severity.ts';
import { unreachable } from '../unreachable.ts';
import { type Envelope, isEnvelope, readEnvelope } from './envelope.ts';
import { readLogHead } from './envelope-log.ts';
import { type LineError, lineError, shown } from './line-error.ts';
import { readLogfmt } from './logfmt.ts';
import { parseLine } from './parse-line.ts';
import { readPlainLine } from './plain-line.ts';
import { hasUsualTime, usualIds, usualLabels, usualSeverity, usualTime } from './usual-keys.ts';

type Tree = { readonly [key: string]: JsonTree };

export type MappedLine =
  | {
      readonly kind: 'row';
      readonly row: LogRow;
      /** The line has a time that is none, or none the store can hold: the row has `nowNanos`. */
      readonly timeUnread: boolean;
    }
  /** Nothing but white space: no record. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'error'; readonly error: LineError };

/** Where a line stands. */
interface Place {
  readonly line: number;
  readonly nowNanos: bigint;
  /** Start of the `logid`. */
  readonly source: string;
}

const leaves: Leaves = createLeaves();

/** What a row says beside its data; 0, null and empty stand for "not said". */
interface Head extends Pick<LogRow, 'severity' | 'application' | 'subsystem' | 'labels'> {
  readonly timeNanos: bigint | null;
}

/** What the store gives a record that does not say it itself. */
const given = (head: Head, { source, line }: Place) => ({
  ...head,
  application: head.application || APPLICATION_DEFAULT,
  subsystem: head.subsystem || SUBSYSTEM_DEFAULT,
  logId: `${source}-${line}`,
  priorityClass: PRIORITY_CLASS,
  templateId: null,
});

type WholeHead = Head & Pick<LogRow, 'logId' | 'priorityClass' | 'templateId'>;

const rowOf = (d: Tree, head: WholeHead, place: Place): LogRow => {
  clearLeaves(leaves);
  addLeaves(leaves, ROOT_PATH, d);
  return {
    timeNanos: head.timeNanos ?? place.nowNanos,
    observedNanos: place.nowNanos,
    severity: head.severity,
    severityNumber: otelFromSeverity(head.severity),
    logId: head.logId,
    priorityClass: head.priorityClass,
    templateId: head.templateId,
    application: head.application,
    subsystem: head.subsystem,
    labels: head.labels,
    ...usualIds(d),
    text: messageText(d),
    json: JSON.stringify(d),
    leaves: [leaves],
  };
};

const fromObject = (d: Tree, place: Place): MappedLine => {
  const timeNanos = usualTime(d, place.nowNanos);
  return {
    kind: 'row',
    row: rowOf(d, given({ timeNanos, severity: usualSeverity(d), ...usualLabels(d) }, place), place),
    timeUnread: timeNanos === null && hasUsualTime(d),
  };
};

const fromText = (text: string, place: Place): MappedLine => {
  const { timeNanos, severity, timeUnread } = readPlainLine(text, place.nowNanos);
  const head = { timeNanos, severity, application: '', subsystem: '', labels: [] };
  const row = rowOf({ text }, given(head, place), place);
  return { kind: 'row', row, timeUnread };
};

const fromEnvelope = (tree: Tree, place: Place): MappedLine => {
  const failed = ({ fault, found }: { fault: string; found: JsonTree }): MappedLine => ({
    kind: 'error',
    error: lineError('NOT_A_RECORD', place.line, `${fault}, found ${shown(found)}`),
  });
  const envelope: Envelope | { fault: string; found: JsonTree } = readEnvelope(tree);
  if ('fault' in envelope) return failed(envelope);
  const head = readLogHead(envelope, place.nowNanos);
  if ('fault' in head) return failed(head);
  // Taken as it is: what it does not say the record does not have.
  const { logId, priorityClass, templateId, ...rest } = head;
  const whole = { ...rest, logId: logId ?? '', priorityClass: priorityClass ?? '', templateId: templateId ?? 0n };
  return { kind: 'row', timeUnread: false, row: rowOf(envelope.d, whole, place) };
};

/**
 * Turns a line of a log file into a row. A JSON object becomes `$d`; time, severity, labels and trace ids are recognised
 * from the usual keys and stay in `$d`. The envelope `{"$m": …, "$l": …, "$d": …}` is taken as it is. A line of `key=value`
 * pairs becomes `$d` likewise, see `readLogfmt`. Any other line is `{text: line}`, with a time and a level recognised at its start. A record without a time gets `nowNanos`. The row is
 * valid until the next call.
 */
export const mapLogLine = (text: string, lineNumber: number, nowNanos: bigint, source = 'line'): MappedLine => {
  const place: Place = { line: lineNumber, nowNanos, source };
  const line = lineNumber === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  const plain = line.replace(/\r?\n?$/, '');
  if (plain.trim() === '') return { kind: 'blank' };
  const parsed = parseLine(plain, lineNumber);
  switch (parsed.kind) {
    case 'text': {
      const pairs = readLogfmt(plain);
      return pairs === null ? fromText(plain, place) : fromObject(pairs, place);
    }
    case 'error':
      return parsed;
    case 'object':
      return isEnvelope(parsed.tree) ? fromEnvelope(parsed.tree, place) : fromObject(parsed.tree, place);
    default:
      return unreachable(parsed);
  }
};
