import { type ResultRow, readEvents, TAIL_EVENTS } from '@clearspan/contracts';
import { oneOf, wholeNumber } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readUrl } from '../args/read-source.ts';
import { unreachableError } from '../command-error.ts';
import { recordLine } from '../output/record-line.ts';
import { countText } from '../output/units.ts';
import { openStream } from '../sources/open-stream.ts';
import { failureExit, tellFailure } from '../sources/tell-failure.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { gatewayUrl } from '../system/running-system.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const RECORDS_MAX = 1_000_000;

const addressOf = (parsed: ParsedCommand, { env }: Terminal): string =>
  readUrl(parsed, 'tail') ?? gatewayUrl(dataDirectory(null, env), env);

/** `clearspan tail`: records on stdout as they are stored, until either side ends it. */
export const tail = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const [filter] = parsed.positionals;
  const format = oneOf('format', parsed.value('format'), ['text', 'ndjson'] as const, 'text', 'tail');
  const limit = wholeNumber('limit', parsed.value('limit'), { min: 1, max: RECORDS_MAX }, 'tail');
  const asked = new URLSearchParams({
    source: parsed.flag('spans') ? 'spans' : 'logs',
    ...(filter === undefined ? {} : { filter }),
  });
  const opened = await openStream(`${addressOf(parsed, terminal)}/api/tail?${asked.toString()}`);
  if (!opened.ok) {
    tellFailure(opened.failure, filter ?? '', terminal);
    return failureExit(opened.failure);
  }
  let shown = 0;
  try {
    for await (const { event, data } of readEvents(opened.value)) {
      if (event === TAIL_EVENTS.gap) {
        const { records } = data as { readonly records: number };
        terminal.stderr.write(`${countText(records, 'record')} passed over: more came than is sent\n`);
      }
      if (event !== TAIL_EVENTS.row) continue;
      const row = data as ResultRow;
      terminal.stdout.write(`${format === 'ndjson' ? JSON.stringify(row) : recordLine(row, terminal.colour)}\n`);
      shown += 1;
      if (shown === limit) break;
    }
  } catch (error) {
    throw unreachableError('the tail broke off: the system is gone', error);
  }
  return EXIT.fine;
};
