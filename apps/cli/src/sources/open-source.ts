import type { QueryResult } from '@clearspan/contracts';
import type { SourceChoice } from '../args/read-source.ts';
import { inputError } from '../command-error.ts';
import { visible } from '../output/cell-text.ts';
import { createProgress } from '../output/progress.ts';
import { countText } from '../output/units.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { gatewayUrl } from '../system/running-system.ts';
import type { Terminal } from '../terminal.ts';
import { unreachable } from '../unreachable.ts';
import { fileSize } from './file-size.ts';
import type { LoadedFile } from './load-files.ts';
import type { Outcome, QueryAsk, QuerySource } from './query-source.ts';

const PROGRESS_MS = 200;

const tellLoaded = (loaded: readonly LoadedFile[], terminal: Terminal): void => {
  for (const { file, rows, faults, faultsCount, timesUnread } of loaded) {
    for (const fault of faults) terminal.stderr.write(`${file}: ${visible(fault.message)}\n`);
    if (faultsCount > 0)
      terminal.stderr.write(
        `clearspan: ${file}: ${countText(faultsCount, 'line')} left out, ${countText(rows, 'record')} read\n`,
      );
    if (timesUnread > 0)
      terminal.stderr.write(
        `clearspan: ${file}: ${countText(timesUnread, 'record')} with a time that cannot be read, or is not from 1970 to 2105; taken as of now\n`,
      );
  }
  const nothing = loaded.find(({ rows, faultsCount }) => rows === 0 && faultsCount > 0);
  if (nothing) throw inputError(`${nothing.file}: none of its lines could be read`);
};

/** Opens what the command line named. Only what that needs is loaded: the engine for files, messages for a system. */
export const openSource = async (choice: SourceChoice, patient: boolean, terminal: Terminal): Promise<QuerySource> => {
  switch (choice.kind) {
    case 'none':
    case 'url': {
      const { gatewaySource } = await import('./gateway-source.ts');
      const url = choice.kind === 'url' ? choice.url : gatewayUrl(dataDirectory(null, terminal.env), terminal.env);
      return gatewaySource(url, patient);
    }
    case 'files': {
      const { openFileSource } = await import('./file-source.ts');
      const progress = createProgress(terminal, () => performance.now());
      const onLoaded = (loaded: readonly LoadedFile[]): void => {
        progress.end();
        tellLoaded(loaded, terminal);
      };
      try {
        return await openFileSource(choice, onLoaded, (bytesRead, bytesTotal) =>
          progress.at({ bytesRead, bytesTotal }),
        );
      } finally {
        progress.end();
      }
    }
    default:
      return unreachable(choice);
  }
};

/** The answer to a query that needs nothing but the lines of one log file; null when it needs the source opened. */
export const queryInPlace = async (
  choice: SourceChoice,
  ask: QueryAsk,
  terminal: Terminal,
): Promise<Outcome<QueryResult> | null> => {
  if (choice.kind !== 'files' || choice.logs.length !== 1 || choice.spans.length + choice.tables.length > 0)
    return null;
  const [file = ''] = choice.logs;
  const { scanFile } = await import('./scan-file.ts');
  const bytesTotal = fileSize(file);
  const progress = createProgress(terminal, () => performance.now());
  // The engine does not say how far it is.
  const timer = setInterval(() => progress.at({ bytesRead: null, bytesTotal }), PROGRESS_MS);
  try {
    return await scanFile(file, ask);
  } finally {
    clearInterval(timer);
    progress.end();
  }
};
