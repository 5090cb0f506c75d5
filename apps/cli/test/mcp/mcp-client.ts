import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { BIN, FIXTURES } from '../run-cli.ts';

/** What a tool has answered, as a model reads it. */
export interface Told {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly value: any;
}

/** Each kind of the protocol: with the introduction of the one, and without. */
export const ERAS: readonly (readonly [string, ClientOptions])[] = [
  ['2025-11-25', {}],
  ['2026-07-28', { versionNegotiation: { mode: 'auto' } }],
];

const INFO = { name: 'test', version: '1' };

/** Calls a tool, and gives its answer. */
export const callTool = async (
  client: Client,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  options: { readonly signal?: AbortSignal; readonly meta?: Readonly<Record<string, unknown>> } = {},
): Promise<Told> => {
  const params = { name, arguments: args, ...(options.meta ? { _meta: options.meta } : {}) };
  const result = await client.callTool(params, options.signal ? { signal: options.signal } : {});
  return {
    isError: result.isError === true,
    text: result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'),
    value: result.structuredContent,
  };
};

/** The official client on the pipes of a real `clearspan mcp`. */
export const stdioClient = async (args: readonly string[], options: ClientOptions = {}): Promise<Client> => {
  const client = new Client(INFO, options);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BIN, 'mcp', ...args],
    cwd: FIXTURES,
    stderr: 'inherit',
  });
  await client.connect(transport);
  return client;
};

export interface HttpServer {
  readonly url: URL;
  readonly stop: () => Promise<number | null>;
}

const stopped = async (child: ChildProcess): Promise<number | null> => {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

/** A real `clearspan mcp --http` on a free port. */
export const startHttp = (args: readonly string[]): Promise<HttpServer> => {
  const child = spawn(process.execPath, [BIN, 'mcp', '--http', '--port', '0', ...args], {
    cwd: FIXTURES,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const [, url] = /served at (\S+);/.exec(said) ?? [];
      if (url !== undefined) resolve({ url: new URL(url), stop: () => stopped(child) });
    });
    child.once('exit', () => reject(new Error(`clearspan mcp --http ended: ${said}`)));
  });
};

/** The official client over HTTP. */
export const httpClient = async (url: URL, options: ClientOptions = {}): Promise<Client> => {
  const client = new Client(INFO, options);
  await client.connect(new StreamableHTTPClientTransport(url));
  return client;
};
