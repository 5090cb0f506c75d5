import type { QueryResult } from '@clearspan/contracts';
import { oneOf, wholeNumber } from '../args/one-of.ts';
import { readParameters } from '../args/param-option.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readSource } from '../args/read-source.ts';
import { timeOptions } from '../args/time-options.ts';
import { usageError } from '../args/usage-error.ts';
import { excerpt } from '../output/excerpt.ts';
import { FORMATS, type Format, printResult, resultSummary } from '../output/print-result.ts';
import { runBatch } from '../sources/batch.ts';
import { openSource, queryInPlace } from '../sources/open-source.ts';
import type { Outcome, QueryAsk, QuerySource } from '../sources/query-source.ts';
import { failureExit, tellFailure } from '../sources/tell-failure.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const LIMIT_ROWS_MAX = 50_000;

const batch = async (source: QuerySource, ask: Omit<QueryAsk, 'query'>, terminal: Terminal): Promise<ExitCode> => {
  await runBatch(terminal.stdin, terminal.stdout, {
    field: 'query',
    answer: async ({ id, fields }) => {
      const startedMs = performance.now();
      const outcome = await source.query({ ...ask, query: fields.query as string });
      const ms = Math.round(performance.now() - startedMs);
      if (outcome.ok) return { id, ok: true, rows: outcome.value.rows, ms };
      const { code, message } = outcome.failure;
      return { id, ok: false, error: { code, message } };
    },
    onError: (id, error) => ({ id, ok: false, error }),
  });
  return EXIT.fine;
};

const tell = (outcome: Outcome<QueryResult>, text: string, format: Format, terminal: Terminal): ExitCode => {
  if (!outcome.ok) {
    tellFailure(outcome.failure, text, terminal);
    return failureExit(outcome.failure);
  }
  terminal.stdout.write(printResult(outcome.value, format, terminal));
  for (const warning of outcome.value.warnings) terminal.stderr.write(excerpt(text, 'query', warning, terminal.colour));
  terminal.stderr.write(`${resultSummary(outcome.value)}\n`);
  return EXIT.fine;
};

/** `clearspan query`: rows on stdout, everything else on stderr. */
export const query = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const choice = readSource(parsed, 'query');
  const times = timeOptions(parsed, Date.now(), 'query');
  const limit = wholeNumber('limit', parsed.value('limit'), { min: 1, max: LIMIT_ROWS_MAX }, 'query');
  const format = oneOf('format', parsed.value('format'), FORMATS, 'table', 'query');
  const [text] = parsed.positionals;
  const isBatch = parsed.flag('batch');
  if (isBatch && text !== undefined)
    throw usageError('expected the queries of a batch on stdin, found one as argument', 'query');
  if (!isBatch && text === undefined) throw usageError('expected a query', 'query');
  const parameters = readParameters(parsed.values('param'), 'query');
  const ask = { ...times, parameters, ...(limit === undefined ? {} : { limit }) };
  if (text !== undefined) {
    const inPlace = await queryInPlace(choice, { ...ask, query: text }, terminal);
    if (inPlace !== null) return tell(inPlace, text, format, terminal);
  }
  const source = await openSource(choice, isBatch, terminal);
  try {
    if (text === undefined) return await batch(source, ask, terminal);
    return tell(await source.query({ ...ask, query: text }), text, format, terminal);
  } finally {
    await source.close();
  }
};
