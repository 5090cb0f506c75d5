import { resolve } from 'node:path';
import type { ParsedCommand } from '../args/parse-command.ts';

/** `--data`, else `$CLEARSPAN_DATA`, else `.clearspan` in the working directory; absolute. */
export const dataDirectory = (
  parsed: ParsedCommand | null,
  env: Readonly<Record<string, string | undefined>>,
): string => resolve(parsed?.value('data') ?? (env.CLEARSPAN_DATA || '.clearspan'));
