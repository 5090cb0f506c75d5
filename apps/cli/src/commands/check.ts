import { existsSync, readFileSync } from 'node:fs';
import type { WireDiagnostic } from '@clearspan/contracts';
import { oneOf } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readSource, type SourceChoice } from '../args/read-source.ts';
import { usageError } from '../args/usage-error.ts';
import { inputError, unreachableError } from '../command-error.ts';
import { excerpt } from '../output/excerpt.ts';
import { runBatch } from '../sources/batch.ts';
import { type Checker, createChecker } from '../sources/checker.ts';
import { openSource } from '../sources/open-source.ts';
import { readAll } from '../sources/read-all.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

interface Text {
  /** The file it stands in; null for a query given as it is. */
  readonly file: string | null;
  readonly text: string;
}

interface Checked extends Text {
  readonly ok: boolean;
  readonly diagnostics: readonly WireDiagnostic[];
}

const readFile = (file: string): Text => {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw inputError(`${file} cannot be read: ${code} (a query of several words is to be quoted)`, error);
  }
};

/** One argument that is no file is a query; several are files. Without any, the query is on stdin. */
const readTexts = async (args: readonly string[], terminal: Terminal): Promise<readonly Text[]> => {
  const [first] = args;
  if (first === undefined) return [{ file: null, text: await readAll(terminal.stdin) }];
  if (args.length === 1 && !existsSync(first) && !first.endsWith('.dp')) return [{ file: null, text: first }];
  return args.map(readFile);
};

/** The schema of the source, read once. Without a source no schema is known, and unknown keys are fine. */
const openChecker = async (choice: SourceChoice, lint: boolean, terminal: Terminal): Promise<Checker> => {
  if (choice.kind === 'none') return createChecker(null, lint);
  const source = await openSource(choice, false, terminal);
  try {
    const catalog = await source.catalog();
    if (catalog.ok) return createChecker(catalog.value, lint, source.tables);
    // Checking without the schema that was asked for would be silently wrong.
    throw unreachableError(`the schema of the source cannot be read: ${catalog.failure.message}`);
  } finally {
    await source.close();
  }
};

const batch = async (checker: Checker, terminal: Terminal): Promise<ExitCode> => {
  await runBatch(terminal.stdin, terminal.stdout, {
    field: 'query',
    answer: async ({ id, fields }) => {
      const diagnostics = checker.check(fields.query as string);
      return { id, ok: diagnostics.every((d) => d.severity !== 'error'), diagnostics };
    },
    onError: (id, { code, message }) => ({
      id,
      ok: false,
      diagnostics: [{ code, severity: 'error', message, start: 0, end: 0 }],
    }),
  });
  return EXIT.fine;
};

const tellText = (checked: readonly Checked[], terminal: Terminal): void => {
  for (const { file, text, diagnostics } of checked)
    for (const diagnostic of diagnostics)
      terminal.stderr.write(excerpt(text, file ?? 'query', diagnostic, terminal.colour));
};

const tellJson = (checked: readonly Checked[], terminal: Terminal): void => {
  const answers = checked.map(({ file, ok, diagnostics }) => ({ ...(file === null ? {} : { file }), ok, diagnostics }));
  const one = answers.length === 1 && checked[0]?.file === null ? answers[0] : answers;
  terminal.stdout.write(`${JSON.stringify(one, null, 2)}\n`);
};

/** `clearspan check`: exit code 1 when any text has an error; warnings alone are told and are fine. */
export const check = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const choice = readSource(parsed, 'check');
  const format = oneOf('format', parsed.value('format'), ['text', 'json'], 'text', 'check');
  if (parsed.flag('batch')) {
    if (parsed.positionals.length > 0)
      throw usageError('expected the queries of a batch on stdin, found one as argument', 'check');
    return batch(await openChecker(choice, parsed.flag('lint'), terminal), terminal);
  }
  const texts = await readTexts(parsed.positionals, terminal);
  const checker = await openChecker(choice, parsed.flag('lint'), terminal);
  const checked = texts.map((text): Checked => {
    const diagnostics = checker.check(text.text);
    return { ...text, diagnostics, ok: diagnostics.every((d) => d.severity !== 'error') };
  });
  if (format === 'json') tellJson(checked, terminal);
  else tellText(checked, terminal);
  return checked.every((c) => c.ok) ? EXIT.fine : EXIT.inputWrong;
};
