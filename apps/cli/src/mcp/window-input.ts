import type { TimeRange } from '@clearspan/contracts';
import { z } from 'zod';
import { readTime, TIME_EXAMPLES } from '../args/read-time.ts';

const TIME_CHARS_MAX = 64;
const EPOCH = '1970-01-01T00:00:00Z';

const time = z
  .string()
  .max(TIME_CHARS_MAX)
  .refine((text) => readTime(text, 0) !== null, `expected a time such as ${TIME_EXAMPLES}`);

/** `from` and `to` as a tool takes them. */
export const windowShape: { readonly from: z.ZodOptional<z.ZodString>; readonly to: z.ZodOptional<z.ZodString> } = {
  from: time.optional().describe(`Start of the window, where none is named: ${TIME_EXAMPLES}`),
  to: time.optional().describe('End of the window, not in it; now by default'),
};

interface Given {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The window that was given; undefined when none was. `to` alone means everything before it. Throws what the caller is told. */
export const windowOf = ({ from, to }: Given, nowMs: number): TimeRange | undefined => {
  if (from === undefined && to === undefined) return undefined;
  const at = (text: string | undefined): string | null => (text === undefined ? null : readTime(text, nowMs));
  const window = { from: at(from) ?? EPOCH, to: at(to) ?? new Date(nowMs).toISOString() };
  if (Date.parse(window.from) <= Date.parse(window.to)) return window;
  throw new Error(`expected \`from\` before \`to\`, found ${window.from} and ${window.to}`);
};
