import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Signal } from '@clearspan/telemetry-store';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readUrl } from '../args/read-source.ts';
import { usageError } from '../args/usage-error.ts';
import { inputError } from '../command-error.ts';
import { createDelivery } from '../import/deliver.ts';
import { type FileChoice, type ImportHow, importFile } from '../import/import-file.ts';
import { createImportTally, type ImportTally } from '../import/import-tally.ts';
import { sendLines } from '../import/send-lines.ts';
import { isBegun, isNothingTaken, tellImport } from '../import/tell-import.ts';
import { createProgress } from '../output/progress.ts';
import { fileSize } from '../sources/file-size.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { prepareDirectory } from '../system/prepare-directory.ts';
import { runningSystem } from '../system/running-system.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const STDIN = '-';
const ENDED_BY = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const readChoices = (parsed: ParsedCommand): readonly FileChoice[] => {
  if (parsed.values('table').length > 0)
    throw usageError(
      '--table: tables are not imported in this version; `clearspan query` reads them in place',
      'import',
    );
  const of = (files: readonly string[], signal: Signal | null): readonly FileChoice[] =>
    files.map((file) => ({ file, signal }));
  const table = parsed.positionals.find((file) => /\.csv(?:\.gz)?$/i.test(file));
  if (table !== undefined)
    throw usageError(`\`${table}\`: tables are not imported in this version; --logs takes its lines as text`, 'import');
  const choices = [
    ...of(parsed.positionals, null),
    ...of(parsed.values('logs'), 'logs'),
    ...of(parsed.values('spans'), 'traces'),
    ...of(parsed.values('metrics'), 'metrics'),
  ];
  if (choices.length === 0) throw usageError('expected a file', 'import');
  return choices;
};

/** What comes on stdin has no name by which it could go on later. */
const importStdin = async (signal: Signal, how: ImportHow, tally: ImportTally, terminal: Terminal): Promise<void> => {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of terminal.stdin) yield Buffer.from(piece);
  };
  const input = { chunks: chunks(), size: 0, isPacked: false, bytesRead: () => 0 };
  const name = randomBytes(12).toString('hex');
  const from = { offset: 0, line: 1 };
  await sendLines({ input, name, from, ends: [], signalOf: () => signal, onTaken: () => undefined }, how, tally);
};

/** Says on Ctrl-C how the import goes on: what was taken is noted already. Returns what takes the listeners away. */
const onStopped = (again: boolean, end: () => void, terminal: Terminal): (() => void) => {
  const listeners = (Object.keys(ENDED_BY) as (keyof typeof ENDED_BY)[]).map((signal) => {
    const listener = (): never => {
      end();
      terminal.stderr.write(
        `clearspan: stopped; the same command${again ? ' without --again' : ''} goes on from here\n`,
      );
      process.exit(ENDED_BY[signal]);
    };
    process.once(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
};

/** `clearspan import`: files into the running system, one after the other. */
export const importFiles = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const choices = readChoices(parsed);
  const dataDir = dataDirectory(parsed, terminal.env);
  const url = readUrl(parsed, 'import', 'http://127.0.0.1:4318')?.replace(/\/+$/, '') ?? null;
  const again = parsed.flag('again');
  const stateDir = join(dataDir, 'imports');
  const unusable = prepareDirectory(stateDir);
  if (unusable !== null) throw inputError(`nothing was imported: ${unusable}; use another directory: --data DIR`);
  const progress = createProgress(terminal, () => performance.now());
  let bytesTotal = choices.reduce((sum, { file }) => sum + (file === STDIN ? 0 : fileSize(file)), 0);
  let bytesRead = 0;
  const tell = (text: string): void => {
    progress.end();
    terminal.stderr.write(`clearspan: ${text}\n`);
  };
  const how: ImportHow = {
    delivery: createDelivery(url ?? runningSystem(dataDir, terminal.env).otlpUrl, tell),
    stateDir,
    url,
    again,
    onRead: (bytes) => {
      bytesRead += bytes;
      progress.at({ bytesRead, bytesTotal });
    },
    onLeftOut: (bytes) => {
      bytesTotal -= bytes;
    },
  };
  const stopListening = onStopped(again, () => progress.end(), terminal);
  let code: ExitCode = EXIT.fine;
  try {
    for (const choice of choices) {
      const { file, signal } = choice;
      const tally = createImportTally();
      try {
        await (file === STDIN ? importStdin(signal ?? 'logs', how, tally, terminal) : importFile(choice, how, tally));
      } catch (error) {
        progress.end();
        if (isBegun(tally)) tellImport(file, tally, terminal);
        throw error;
      }
      progress.end();
      tellImport(file, tally, terminal);
      if (isNothingTaken(tally)) code = EXIT.inputWrong;
    }
  } finally {
    stopListening();
  }
  return code;
};
