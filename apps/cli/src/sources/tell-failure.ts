import { excerpt } from '../output/excerpt.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import type { SourceFailure } from './query-source.ts';

/** A failure on stderr: the diagnostics with their place in the query where there are any. */
export const tellFailure = (failure: SourceFailure, text: string, terminal: Terminal): void => {
  for (const diagnostic of failure.diagnostics)
    terminal.stderr.write(excerpt(text, 'query', diagnostic, terminal.colour));
  if (failure.diagnostics.length === 0) terminal.stderr.write(`clearspan: ${failure.message}\n`);
};

export const failureExit = (failure: SourceFailure): ExitCode =>
  failure.kind === 'input' ? EXIT.inputWrong : EXIT.unreachable;
