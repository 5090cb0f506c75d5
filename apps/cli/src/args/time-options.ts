import type { ParsedCommand } from './parse-command.ts';
import { readTime, TIME_EXAMPLES } from './read-time.ts';
import { usageError } from './usage-error.ts';

/** The caller's clock and window, RFC 3339. The window holds where a query or question names no time. */
export interface TimeOptions {
  readonly now?: string;
  readonly window?: { readonly from: string; readonly to: string };
}

const optionTime = (option: string, text: string, nowMs: number, command: string): string => {
  const time = readTime(text, nowMs);
  if (time) return time;
  throw usageError(`expected a time such as ${TIME_EXAMPLES} for --${option}, found \`${text}\``, command);
};

/** `--to` alone means everything before it; `--from` alone ends at now. Times without a zone are UTC. */
export const timeOptions = (parsed: ParsedCommand, clockMs: number, command: string): TimeOptions => {
  const nowText = parsed.value('now');
  const now = nowText === undefined ? undefined : optionTime('now', nowText, clockMs, command);
  const nowMs = now === undefined ? clockMs : Date.parse(now);
  const at = (option: 'from' | 'to', otherwise: string): string => {
    const text = parsed.value(option);
    return text === undefined ? otherwise : optionTime(option, text, nowMs, command);
  };
  if (parsed.value('from') === undefined && parsed.value('to') === undefined) return now === undefined ? {} : { now };
  const window = { from: at('from', '1970-01-01T00:00:00Z'), to: at('to', now ?? new Date(nowMs).toISOString()) };
  if (Date.parse(window.from) > Date.parse(window.to))
    throw usageError(`expected --from before --to, found ${window.from} and ${window.to}`, command);
  return { ...(now === undefined ? {} : { now }), window };
};
