import { QUERY_CHARS_MAX } from '@clearspan/contracts';
import { check, complexity, explainQuery, parse } from '@clearspan/dataprime';
import { wireDiagnostic } from '@clearspan/telemetry-store';
import { z } from 'zod';
import { columnsRead } from '../../output/columns-read.ts';
import { compileAt } from '../../sources/compile-at.ts';
import { failureText } from '../failure-text.ts';
import { type McpTool, mcpTool } from '../mcp-tool.ts';

/** `explain`: what a query does, in words. Nothing is read but its text. */
export const explain: McpTool = mcpTool({
  name: 'explain',
  title: 'Explain a DataPrime query',
  description: `Says in words what a DataPrime query does and how complex it is; with \`sql\`, also the ClickHouse statement it becomes and the stored columns that reads. The query is not run.`,
  input: z.object({
    query: z.string().min(1).max(QUERY_CHARS_MAX).describe('DataPrime'),
    sql: z.boolean().default(false).describe('The SQL too'),
  }),
  output: z.object({
    explanation: z.string(),
    complexity: z.object({
      score: z.number().describe('0 to 100'),
      level: z.string(),
      parts: z.array(z.object({ what: z.string(), count: z.number(), points: z.number() })),
    }),
    sql: z.string().optional(),
    columns_read: z.array(z.string()).optional(),
  }),
  run: async ({ query: text, sql }, toolCall) => {
    const { query, diagnostics } = check(parse(text));
    const compiled = sql && query !== null ? compileAt(query, {}, toolCall.nowMs) : null;
    if (query === null || compiled?.ok === false) {
      const message = compiled?.ok === false ? compiled.error.message : 'the query is not valid';
      const failure = {
        kind: 'input',
        code: 'INVALID_QUERY',
        message,
        diagnostics: diagnostics.map(wireDiagnostic),
      } as const;
      return { kind: 'failed', text: await failureText(failure, text, toolCall) };
    }
    const explanation = explainQuery(query);
    const { score, level, contributions } = complexity(query);
    const parts = contributions.map(({ what, count, points }) => ({ what, count, points }));
    const statement = compiled === null ? null : compiled.compiled.sql;
    return {
      kind: 'done',
      value: {
        explanation,
        complexity: { score, level, parts },
        ...(statement === null ? {} : { sql: statement, columns_read: [...columnsRead(statement)] }),
      },
      text: [explanation, `Complexity: ${score} of 100, ${level}`, ...(statement === null ? [] : ['', statement])].join(
        '\n',
      ),
    };
  },
});
