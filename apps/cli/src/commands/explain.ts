import {
  type Checked,
  type CheckedQuery,
  type Compiled,
  check,
  complexity,
  explainPlan,
  explainQuery,
  parse,
} from '@clearspan/dataprime';
import { wireDiagnostic } from '@clearspan/telemetry-store';
import type { ParsedCommand } from '../args/parse-command.ts';
import { type TimeOptions, timeOptions } from '../args/time-options.ts';
import { inputError } from '../command-error.ts';
import { columnsRead } from '../output/columns-read.ts';
import { excerpt } from '../output/excerpt.ts';
import { compileAt } from '../sources/compile-at.ts';
import { readAll } from '../sources/read-all.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const planText = (query: CheckedQuery): readonly string[] =>
  explainPlan(query).flatMap(({ pass, lines, changed }) =>
    changed ? [`Plan, ${pass}`, ...lines.map((line) => `  ${line}`), ''] : [`Plan, ${pass}: unchanged`, ''],
  );

const costText = (query: CheckedQuery): readonly string[] => {
  const { score, level, contributions } = complexity(query);
  return [
    `Complexity: ${score} of 100, ${level}`,
    ...contributions.map(({ what, count, points }) => `  ${String(points).padStart(3)}  ${what}: ${count}`),
  ];
};

const compiled = (query: CheckedQuery, times: TimeOptions, clockMs: number): Compiled => {
  const result = compileAt(query, times, clockMs);
  if (result.ok) return result.compiled;
  throw inputError(`${result.error.code}: ${result.error.message}`);
};

const sqlText = (query: CheckedQuery, times: TimeOptions, clockMs: number): readonly string[] => {
  const { sql } = compiled(query, times, clockMs);
  return ['', 'SQL', ...sql.split('\n').map((line) => `  ${line}`), '', `Columns read: ${columnsRead(sql).join(', ')}`];
};

const tell = (text: string, { diagnostics }: Checked, terminal: Terminal): void => {
  for (const diagnostic of diagnostics)
    terminal.stderr.write(excerpt(text, 'query', wireDiagnostic(diagnostic), terminal.colour));
};

/** `clearspan explain`: what a query says, how it is run and what it costs. Nothing is read but the text. */
export const explain = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const clockMs = Date.now();
  const times = timeOptions(parsed, clockMs, 'explain');
  const text = parsed.positionals[0] ?? (await readAll(terminal.stdin));
  const checked = check(parse(text));
  tell(text, checked, terminal);
  const { query } = checked;
  if (query === null) return EXIT.inputWrong;
  const sql = parsed.flag('sql') ? sqlText(query, times, clockMs) : [];
  const lines = [explainQuery(query), '', ...planText(query), ...costText(query), ...sql];
  terminal.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.fine;
};
