import type { ParsedCommand } from './parse-command.ts';
import { readTables, type TableChoice } from './table-option.ts';
import { usageError } from './usage-error.ts';

/** What a command line names as its source. */
export type SourceChoice =
  | {
      readonly kind: 'files';
      readonly logs: readonly string[];
      readonly spans: readonly string[];
      readonly tables: readonly TableChoice[];
    }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'none' };

/** The address of a system, where one is given; `example` shows what it looks like. */
export const readUrl = (
  parsed: ParsedCommand,
  command: string,
  example = 'http://127.0.0.1:8010',
): string | undefined => {
  const url = parsed.value('url');
  if (url !== undefined && (!/^https?:\/\/[^/]+/.test(url) || !URL.canParse(url)))
    throw usageError(`expected an address such as ${example} for --url, found \`${url}\``, command);
  return url;
};

/** Files or a system, not both. */
export const readSource = (parsed: ParsedCommand, command: string): SourceChoice => {
  const logs = parsed.values('logs');
  const spans = parsed.values('spans');
  const tables = readTables(parsed.values('table'), command);
  const url = readUrl(parsed, command);
  const hasFiles = logs.length + spans.length + tables.length > 0;
  if (url === undefined) return hasFiles ? { kind: 'files', logs, spans, tables } : { kind: 'none' };
  if (hasFiles) throw usageError('expected files or --url as the source, found both', command);
  return { kind: 'url', url };
};
