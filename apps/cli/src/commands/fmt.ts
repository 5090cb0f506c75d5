import { readFileSync, writeFileSync } from 'node:fs';
import { format } from '@clearspan/dataprime';
import { wireDiagnostic } from '@clearspan/telemetry-store';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { inputError } from '../command-error.ts';
import { excerpt } from '../output/excerpt.ts';
import { readAll } from '../sources/read-all.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

interface Text {
  readonly name: string;
  readonly text: string;
}

type Mode = 'print' | 'write' | 'check';

/** Formatted with one line break at its end; null where the text has syntax errors, which are told. */
const formatted = ({ name, text }: Text, terminal: Terminal): string | null => {
  const result = format(text);
  const errors = result.diagnostics.filter((d) => d.severity === 'error');
  for (const error of errors) terminal.stderr.write(excerpt(text, name, wireDiagnostic(error), terminal.colour));
  return errors.length > 0 ? null : `${result.text.trimEnd()}\n`;
};

const finish = ({ name, text }: Text, after: string, mode: Mode, terminal: Terminal): ExitCode => {
  switch (mode) {
    case 'print':
      terminal.stdout.write(after);
      return EXIT.fine;
    case 'write':
      if (after !== text) writeFileSync(name, after);
      return EXIT.fine;
    case 'check':
      if (after === text) return EXIT.fine;
      terminal.stdout.write(`${name}\n`);
      return EXIT.inputWrong;
  }
};

const readText = (name: string): Text => {
  try {
    return { name, text: readFileSync(name, 'utf8') };
  } catch (error) {
    throw inputError(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`, error);
  }
};

/** `clearspan fmt`: files, or stdin to stdout. A text with syntax errors is left as it is. */
export const fmt = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  if (parsed.flag('write') && parsed.flag('check')) throw usageError('--write and --check do not go together', 'fmt');
  const mode: Mode = parsed.flag('write') ? 'write' : parsed.flag('check') ? 'check' : 'print';
  const isStdin = parsed.positionals.length === 0;
  if (isStdin && mode === 'write') throw usageError('--write needs files', 'fmt');
  const texts = isStdin ? [{ name: 'stdin', text: await readAll(terminal.stdin) }] : parsed.positionals.map(readText);
  let code: ExitCode = EXIT.fine;
  for (const text of texts) {
    const after = formatted(text, terminal);
    const result = after === null ? EXIT.inputWrong : finish(text, after, mode, terminal);
    if (result !== EXIT.fine) code = result;
  }
  return code;
};
