import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { type Call, readTraceparent } from '../sources/call.ts';
import type { QuerySource } from '../sources/query-source.ts';
import { CALLS_MAX, TEXT_CHARS_MAX } from './limits.ts';

/** What tools are given; one for all sessions. */
export interface ToolParts {
  /** Resolves once the source can be asked. */
  readonly source: Promise<QuerySource>;
  readonly clockMs: () => number;
  /** Calls that are being worked on. */
  readonly running: { count: number };
}

/** What a tool works with on one call. */
export interface ToolCall {
  readonly source: QuerySource;
  readonly call: Call;
  readonly nowMs: number;
}

/** `failed` is told to the model as an error: its text says what to do about it. */
export type ToolAnswer<T> =
  | { readonly kind: 'done'; readonly value: T; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string };

export interface ToolSpec<I extends z.ZodObject, O extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly run: (input: z.output<I>, call: ToolCall) => Promise<ToolAnswer<z.input<O>>>;
}

/** Puts a tool into a server. */
export type McpTool = (server: McpServer, parts: ToolParts) => void;

/** Nothing here changes anything, and nothing outside the source is reached. */
const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const textContent = (text: string): CallToolResult['content'] => [
  {
    type: 'text',
    text:
      text.length <= TEXT_CHARS_MAX
        ? text
        : `${text.slice(0, TEXT_CHARS_MAX).toWellFormed()}\n… (${text.length - TEXT_CHARS_MAX} more characters)`,
  },
];

const failed = (text: string): CallToolResult => ({ content: textContent(text), isError: true });

/** A tool whose input and output are checked against its schemas, and whose calls are counted. */
export const mcpTool =
  <I extends z.ZodObject, O extends z.ZodObject>(spec: ToolSpec<I, O>): McpTool =>
  (server, { source, clockMs, running }) => {
    const { name, title, description, input, output, run } = spec;
    const inputSchema: StandardSchemaWithJSON = input;
    const outputSchema: StandardSchemaWithJSON = output;
    const config = { title, description, inputSchema, outputSchema, annotations: READ_ONLY };
    server.registerTool(name, config, async (given: unknown, { mcpReq }): Promise<CallToolResult> => {
      if (running.count >= CALLS_MAX)
        return failed(`Expected at most ${CALLS_MAX} calls at the same time; ask again when one has ended.`);
      running.count += 1;
      try {
        const call = { signal: mcpReq.signal, traceparent: readTraceparent(mcpReq._meta?.traceparent) };
        const answer = await run(given as z.output<I>, { source: await source, call, nowMs: clockMs() });
        if (answer.kind === 'failed') return failed(answer.text);
        return { content: textContent(answer.text), structuredContent: answer.value };
      } finally {
        running.count -= 1;
      }
    });
  };
