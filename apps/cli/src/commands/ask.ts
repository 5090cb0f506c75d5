import type { Bundle, Turn } from '@clearspan/contracts';
import { oneOf } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readSource } from '../args/read-source.ts';
import { type TimeOptions, timeOptions } from '../args/time-options.ts';
import { usageError } from '../args/usage-error.ts';
import { paintQuery } from '../output/paint-query.ts';
import { printDeclined, printReading } from '../output/print-answer.ts';
import { printBundle } from '../output/print-bundle.ts';
import { printCsv } from '../output/print-csv.ts';
import { FORMATS, type Format, printResult, resultSummary } from '../output/print-result.ts';
import { runBatch } from '../sources/batch.ts';
import { openSource } from '../sources/open-source.ts';
import type { Answer, QuerySource } from '../sources/query-source.ts';
import { failureExit, tellFailure } from '../sources/tell-failure.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const isTurn = (value: unknown): value is Turn =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Turn).question === 'string' &&
  typeof (value as Turn).query === 'string';

const contextOf = (value: unknown): readonly Turn[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isTurn)) return value;
  throw new Error('expected [{"question", "query"}] in `context`');
};

const batch = async (source: QuerySource, times: TimeOptions, terminal: Terminal): Promise<ExitCode> => {
  await runBatch(terminal.stdin, terminal.stdout, {
    field: 'question',
    answer: async ({ id, fields }) => {
      const startedMs = performance.now();
      const outcome = await source.ask({
        ...times,
        question: fields.question as string,
        context: contextOf(fields.context),
        run: false,
      });
      const ms = Math.round(performance.now() - startedMs);
      if (!outcome.ok) return { id, kind: 'refuse', message: outcome.failure.message, code: outcome.failure.code, ms };
      const answer = outcome.value;
      if (answer.kind !== 'answer') return { id, kind: answer.kind, message: answer.message, ms };
      const { query, confidence, interpretation } = answer;
      return { id, kind: 'answer', query, confidence, interpretation, ms };
    },
    onError: (id, error) => ({ id, kind: 'refuse', message: error.message, code: error.code, ms: 0 }),
  });
  return EXIT.fine;
};

const asJson = (answer: Answer): string => {
  if (answer.kind !== 'answer') return `${JSON.stringify(answer, null, 2)}\n`;
  const { result, failure, traceId, ...reading } = answer;
  return `${JSON.stringify({ ...reading, trace_id: traceId, rows: result?.rows ?? null, error: failure?.message ?? null }, null, 2)}\n`;
};

/** A line for each part, or all in words. The looks that gave an answer are one, also where others failed. */
const tellBundle = (bundle: Bundle, answer: Answer, format: Format, terminal: Terminal): ExitCode => {
  if (format === 'json') terminal.stdout.write(asJson(answer));
  else if (format === 'ndjson') for (const part of bundle.parts) terminal.stdout.write(`${JSON.stringify(part)}\n`);
  else if (format === 'csv') {
    const columns = ['title', 'stands_out', 'sentence', 'query'].map((name) => ({ name, numeric: false }));
    const rows = bundle.parts.map(({ title, finding, error, query }) => [
      title,
      finding?.stands_out ?? null,
      finding?.sentence ?? error?.message,
      query,
    ]);
    terminal.stdout.write(printCsv({ columns, rows }));
  } else terminal.stdout.write(printBundle(bundle, terminal));
  return bundle.parts.some(({ finding }) => finding !== undefined) ? EXIT.fine : EXIT.unreachable;
};

/** Text for people has the query, its reading and the rows; the machine formats have only what was asked for. */
const tellAnswer = (answer: Answer, format: Format, terminal: Terminal): ExitCode => {
  if (answer.kind !== 'answer') {
    if (answer.bundle?.summary !== undefined) return tellBundle(answer.bundle, answer, format, terminal);
    if (format === 'json') terminal.stdout.write(asJson(answer));
    else terminal.stderr.write(printDeclined(answer));
    return EXIT.inputWrong;
  }
  const code = answer.failure ? failureExit(answer.failure) : EXIT.fine;
  if (format === 'json') {
    terminal.stdout.write(asJson(answer));
    return code;
  }
  const toRows = answer.result !== null && format !== 'table';
  const aside = toRows ? terminal.stderr : terminal.stdout;
  aside.write(`${paintQuery(answer.query, terminal.colour)}\n`);
  aside.write(printReading(answer, terminal.colour));
  if (answer.failure) tellFailure(answer.failure, answer.query, terminal);
  if (answer.result) {
    if (!toRows) terminal.stdout.write('\n');
    terminal.stdout.write(printResult(answer.result, format, terminal));
    terminal.stderr.write(`${resultSummary(answer.result)}\n`);
  }
  return code;
};

/** `clearspan ask`: a question that gets no query (clarify, refuse) ends with exit code 1. */
export const ask = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const choice = readSource(parsed, 'ask');
  const times = timeOptions(parsed, Date.now(), 'ask');
  const format = oneOf('format', parsed.value('format'), FORMATS, 'table', 'ask');
  const [question] = parsed.positionals;
  const isBatch = parsed.flag('batch');
  if (isBatch && question !== undefined)
    throw usageError('expected the questions of a batch on stdin, found one as argument', 'ask');
  if (isBatch && parsed.flag('run')) throw usageError('--run and --batch do not go together', 'ask');
  if (!isBatch && (question === undefined || question.trim() === '')) throw usageError('expected a question', 'ask');
  const source = await openSource(choice, isBatch, terminal);
  try {
    if (isBatch) return await batch(source, times, terminal);
    const outcome = await source.ask({ ...times, question: question ?? '', context: [], run: parsed.flag('run') });
    if (outcome.ok) return tellAnswer(outcome.value, format, terminal);
    tellFailure(outcome.failure, question ?? '', terminal);
    return failureExit(outcome.failure);
  } finally {
    await source.close();
  }
};
