import type { ResultRow } from '@clearspan/contracts';
import { cellText, visible } from './cell-text.ts';

type Tree = Readonly<Record<string, unknown>>;

const FAILED = new Set(['Error', 'Critical', 'ERROR']);
const RED = '\u001b[31m';
const DIM = '\u001b[2m';
const PLAIN = '\u001b[0m';

const treeAt = (tree: Tree, key: string): Tree => {
  const held = tree[key];
  return typeof held === 'object' && held !== null ? (held as Tree) : {};
};

/** What a person reads first of a log record: its text, else all of it. */
const messageOf = (d: Tree): unknown => {
  const record = treeAt(d, 'logRecord');
  return [record.body, d.msg, d.message].find((held) => typeof held === 'string') ?? record.body ?? d;
};

const spanText = ({ duration }: Tree, d: Tree): string =>
  `${cellText(d.operationName)}  ${typeof duration === 'number' ? `${(duration / 1000).toFixed(1)} ms` : ''}`;

/** A record as one line: time, severity or status, who, what. Nothing in it moves the cursor. */
export const recordLine = ({ $m = {}, $l = {}, $d = {} }: ResultRow, colour: boolean): string => {
  const isSpan = 'duration' in $m;
  const level = cellText(isSpan ? $m.statusCode : $m.severity);
  const who = cellText(isSpan ? $l.serviceName : $l.subsystemname);
  const what = isSpan ? spanText($m, $d) : cellText(messageOf($d));
  const paint = (code: string, text: string): string => (colour ? code + text + PLAIN : text);
  const shown = visible(level).padEnd(8);
  return [
    paint(DIM, visible(cellText($m.timestamp)).slice(11, 23)),
    FAILED.has(level) ? paint(RED, shown) : shown,
    visible(who).padEnd(16),
    visible(what),
  ]
    .join('  ')
    .trimEnd();
};
