import type { ParsedCommand } from './parse-command.ts';
import { usageError } from './usage-error.ts';

/** What a command line names as its source. */
export type SourceChoice =
  | { readonly kind: 'files'; readonly logs: readonly string[]; readonly spans: readonly string[] }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'none' };

/** Files or a system, not both. */
export const readSource = (parsed: ParsedCommand, command: string): SourceChoice => {
  if (parsed.flag('table')) throw usageError('--table is not in this version', command);
  const logs = parsed.values('logs');
  const spans = parsed.values('spans');
  const url = parsed.value('url');
  if (url === undefined) return logs.length + spans.length > 0 ? { kind: 'files', logs, spans } : { kind: 'none' };
  if (logs.length + spans.length > 0) throw usageError('expected files or --url as the source, found both', command);
  if (!/^https?:\/\/[^/]+/.test(url) || !URL.canParse(url))
    throw usageError(`expected an address such as http://127.0.0.1:8010 for --url, found \`${url}\``, command);
  return { kind: 'url', url };
};
