import { Readable } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readSource } from '../args/read-source.ts';
import { createKnownData } from '../language-server/known-data.ts';
import { serve } from '../language-server/serve.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { version } from '../version.ts';

/** `clearspan lsp`: the protocol on stdin and stdout, everything else on stderr. Ends with the editor. */
export const lsp = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const data = createKnownData(readSource(parsed, 'lsp'), terminal);
  const input = Readable.from(terminal.stdin, { objectMode: false });
  serve(createConnection(ProposedFeatures.all, input, terminal.stdout), { data, version: version() });
  // The connection ends the process: on `exit`, and when the editor closes the pipe or dies.
  return new Promise(() => undefined);
};
