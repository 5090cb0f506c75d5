import { visible } from '../output/cell-text.ts';
import { countText } from '../output/units.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportTally } from './import-tally.ts';

/** Whether there were lines, and the store could take none of them. */
export const isNothingTaken = ({ accepted, held, rejected }: ImportTally): boolean =>
  accepted + held === 0 && rejected > 0;

/** Whether there is something to tell of a file that could not be read to its end. */
export const isBegun = ({ accepted, held, rejected }: ImportTally): boolean => accepted + held + rejected > 0;

const takenText = ({ fromLine, accepted, held, rejected }: ImportTally): string => {
  const isNew = accepted + rejected > 0;
  if (!isNew && (held > 0 || fromLine > 1)) return 'nothing new; --again imports it from the start';
  const from = fromLine > 1 ? `, from line ${fromLine.toLocaleString('en')} on` : '';
  const before = held > 0 ? `, ${held.toLocaleString('en')} were there already` : '';
  return `${countText(accepted, 'record')} taken${from}${before}`;
};

/** What became of a file: how much was taken on stdout, what was not, and why, on stderr. */
export const tellImport = (file: string, tally: ImportTally, terminal: Terminal): void => {
  for (const { message } of tally.faults) terminal.stderr.write(`${file}: ${visible(message)}\n`);
  if (tally.rejected > 0)
    terminal.stderr.write(`clearspan: ${file}: ${countText(tally.rejected, 'line')} left out, or kept in part\n`);
  if (tally.faults.some(({ code }) => code === 'NOT_KEPT'))
    terminal.stderr.write(
      `clearspan: ${file}: TELEMETRY_STORE_RETENTION_DAYS says how old telemetry may be; \`clearspan query\` reads older files in place\n`,
    );
  if (tally.timesUnread > 0)
    terminal.stderr.write(
      `clearspan: ${file}: ${countText(tally.timesUnread, 'record')} with a time that cannot be read, or is not from 1970 to 2105; taken as of now\n`,
    );
  terminal.stdout.write(`${file}: ${takenText(tally)}\n`);
};
