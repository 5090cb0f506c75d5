import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const CLI = join(import.meta.dirname, '../../apps/cli/bin/clearspan.mjs');

/** What a tool has answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly value: any;
}

export interface McpClient {
  call(
    name: string,
    args?: Readonly<Record<string, unknown>>,
    meta?: Readonly<Record<string, unknown>>,
  ): Promise<ToolAnswer>;
  stop(): Promise<void>;
}

/** The official client, with a `clearspan mcp` that it starts as any client does. */
export const startMcpClient = async (args: readonly string[], cwd: string): Promise<McpClient> => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', ...args], cwd, stderr: 'inherit' }),
  );
  return {
    call: async (name, given = {}, meta = {}) => {
      const answer = await client.callTool({ name, arguments: given, _meta: meta });
      const text = answer.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
      return { isError: answer.isError === true, text, value: answer.structuredContent };
    },
    stop: () => client.close(),
  };
};
