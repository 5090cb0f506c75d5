import type { WireDiagnostic } from '@clearspan/contracts';
import { lineIndex } from '@clearspan/text';
import { visible } from './cell-text.ts';
import { textWidth } from './text-width.ts';

/** Columns shown of a long line, around the place that is meant. */
const LINE_CHARS_MAX = 120;

const colours = { error: 31, warning: 33, info: 36 } as const;

/**
 * A diagnostic as a person reads it:
 *
 *     error DP2001: unknown field `sevrity`; did you mean `severity`?
 *       --> query:1:8
 *       | filter $m.sevrity == ERROR
 *       |        ^^^^^^^^^^
 *       fix: `$m.severity`
 */
export const excerpt = (text: string, name: string, d: WireDiagnostic, colour: boolean): string => {
  const at = lineIndex(text).position(Math.min(d.start, text.length));
  const line = text.split(/\r\n|\n|\r/)[at.line] ?? '';
  const from = at.column > LINE_CHARS_MAX - 20 ? at.column - 40 : 0;
  const shown = visible(line.slice(from, from + LINE_CHARS_MAX));
  const before = textWidth(visible(line.slice(from, at.column)));
  const marked = textWidth(
    visible(line.slice(at.column, Math.min(at.column + (d.end - d.start), from + LINE_CHARS_MAX))),
  );
  const paint = (s: string): string => (colour ? `\x1b[${colours[d.severity]}m${s}\x1b[0m` : s);
  const fix = d.fix ? `  fix: ${visible(d.fix.title)}\n` : '';
  return (
    `${paint(`${d.severity} ${d.code}`)}: ${visible(d.message)}\n` +
    `  --> ${name}:${at.line + 1}:${at.column + 1}\n` +
    `  | ${from > 0 ? '…' : ''}${shown}\n` +
    `  | ${from > 0 ? ' ' : ''}${' '.repeat(before)}${paint('^'.repeat(Math.max(1, marked)))}\n${fix}`
  );
};
