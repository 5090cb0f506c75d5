import { Readable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { wholeNumber } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readSource } from '../args/read-source.ts';
import { usageError } from '../args/usage-error.ts';
import { inputError } from '../command-error.ts';
import { createMcpServer } from '../mcp/create-mcp-server.ts';
import { serveHttp } from '../mcp/http/serve-http.ts';
import { MESSAGE_BYTES_MAX } from '../mcp/limits.ts';
import type { ToolParts } from '../mcp/mcp-tool.ts';
import { openSource } from '../sources/open-source.ts';
import type { QuerySource } from '../sources/query-source.ts';
import { onStopRequest } from '../supervisor/stop-requests.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const PORT_DEFAULT = 8030;
const PORT_MAX = 65_535;

const partsOf = (source: Promise<QuerySource>): ToolParts => ({
  source,
  clockMs: Date.now,
  running: { count: 0 },
});

const teller =
  (terminal: Terminal) =>
  (error: unknown): void =>
    void terminal.stderr.write(`clearspan: ${error instanceof Error ? error.message : String(error)}\n`);

/** The protocol on stdin and stdout, everything else on stderr. Ends with the client. */
const onPipes = async (source: Promise<QuerySource>, terminal: Terminal): Promise<void> => {
  const input = Readable.from(terminal.stdin, { objectMode: false });
  const transport = new StdioServerTransport(input, terminal.stdout, { maxBufferSize: MESSAGE_BYTES_MAX });
  const handle = serveStdio(() => createMcpServer(partsOf(source)), { transport, onerror: teller(terminal) });
  const { onclose } = transport;
  const ended = new Promise<void>((resolve) => {
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
  try {
    // Files take a while to read: the client is answered meanwhile, and hears of it when they cannot be read.
    await Promise.race([ended, source.then(() => ended)]);
  } finally {
    await handle.close();
    input.destroy();
  }
};

/** For clients that come over HTTP, until it is stopped. */
const onPort = async (source: Promise<QuerySource>, port: number, terminal: Terminal): Promise<void> => {
  await source;
  const parts = partsOf(source);
  const served = await serveHttp({
    port,
    createMcpServer: () => createMcpServer(parts),
    clockMs: parts.clockMs,
    onError: teller(terminal),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? inputError(`port ${port} is taken; --port takes another one`, error) : error;
  });
  terminal.stderr.write(`clearspan: MCP is served at ${served.url}; Ctrl-C ends it\n`);
  await new Promise<void>((resolve) => {
    onStopRequest({ stop: () => resolve(), hurry: () => process.exit(EXIT.fine) });
  });
  await served.close();
};

/** `clearspan mcp`: the tools of Clearspan for programs that speak the Model Context Protocol. */
export const mcp = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const choice = readSource(parsed, 'mcp');
  const port = wholeNumber('port', parsed.value('port'), { min: 0, max: PORT_MAX }, 'mcp');
  const isHttp = parsed.flag('http');
  if (port !== undefined && !isHttp) throw usageError('--port goes with --http', 'mcp');
  const source = openSource(choice, false, terminal);
  try {
    await (isHttp ? onPort(source, port ?? PORT_DEFAULT, terminal) : onPipes(source, terminal));
  } finally {
    await (await source).close();
  }
  return EXIT.fine;
};
