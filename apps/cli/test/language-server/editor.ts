import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { BIN, FIXTURES } from '../run-cli.ts';

/** The part of an editor that talks to the server: a process of its own, the real protocol on its pipes. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly open: (uri: string, text: string) => Promise<void>;
  /** What was said last of this version of a document; waits until something is. */
  readonly diagnostics: (uri: string, version: number) => Promise<PublishDiagnosticsParams>;
  /** The next message meant for people's eyes. */
  readonly message: () => Promise<string>;
  /** Says goodbye; gives the exit code. */
  readonly leave: () => Promise<number | null>;
  /** Hangs up without a word; gives the exit code. */
  readonly hangUp: () => Promise<number | null>;
}

/** Keeps what arrives until someone asks for it. */
const mailbox = <T>(): { put: (value: T) => void; take: (fits: (value: T) => boolean) => Promise<T> } => {
  const kept: T[] = [];
  const waiting: { fits: (value: T) => boolean; resolve: (value: T) => void }[] = [];
  return {
    put: (value) => {
      kept.push(value);
      for (const waiter of waiting.splice(0)) {
        if (waiter.fits(value)) waiter.resolve(value);
        else waiting.push(waiter);
      }
    },
    take: (fits) => {
      const found = kept.findLast(fits);
      return found === undefined ? new Promise((resolve) => waiting.push({ fits, resolve })) : Promise.resolve(found);
    },
  };
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode === null) child.once('exit', resolve);
    else resolve(child.exitCode);
  });

/** Starts `clearspan lsp` with these arguments and introduces itself. */
export const startEditor = async (args: readonly string[] = []): Promise<Editor> => {
  const child = spawn(process.execPath, [BIN, 'lsp', ...args], { cwd: FIXTURES, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = mailbox<PublishDiagnosticsParams>();
  const messages = mailbox<string>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.put);
  connection.onNotification(ShowMessageNotification.type, ({ message }) => messages.put(message));
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'dataprime', version: 1, text },
      }),
    diagnostics: (uri, version) => published.take((told) => told.uri === uri && told.version === version),
    message: () => messages.take(() => true),
    leave: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended(child);
      connection.dispose();
      return code;
    },
    hangUp: async () => {
      child.stdin.end();
      const code = await ended(child);
      connection.dispose();
      return code;
    },
  };
};
