import {
  codeActionsOf,
  completionOf,
  diagnosticsOf,
  documentSymbolsOf,
  foldingRangesOf,
  formattingOf,
  hoverOf,
  type SourceText,
  selectionRangesOf,
  semanticTokensOf,
  signatureHelpOf,
  sourceText,
} from '@clearspan/language-server';
import {
  type Connection,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentIdentifier,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalysisQueue, type Schedule } from './analysis-queue.ts';
import { CAPABILITIES, REFRESH_COMMAND } from './capabilities.ts';
import type { KnownData } from './known-data.ts';

const schedule: Schedule = (action, afterMs) => {
  const timer = setTimeout(action, afterMs);
  return () => clearTimeout(timer);
};

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
}

/** What is asked about documents that are open. About others there is nothing to say. */
const answerQuestions = (connection: Connection, documents: TextDocuments<TextDocument>, data: KnownData): void => {
  const about =
    <P extends Asked, R>(answer: (source: SourceText, params: P) => R) =>
    (params: P): R | null => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? null : answer(sourceText(document.getText()), params);
    };
  connection.onCodeAction(
    about((source, { textDocument, range, context }) =>
      codeActionsOf(source, data.current(), { uri: textDocument.uri, range, only: context.only }),
    ),
  );
  connection.onCompletion(about((source, { position }) => completionOf(source, position, data.current())));
  connection.onHover(about((source, { position }) => hoverOf(source, position, data.current())));
  connection.onSignatureHelp(about((source, { position }) => signatureHelpOf(source, position)));
  connection.onDocumentFormatting(about((source) => formattingOf(source)));
  connection.onDocumentSymbol(about((source) => documentSymbolsOf(source)));
  connection.onFoldingRanges(about((source) => foldingRangesOf(source)));
  connection.onSelectionRanges(about((source, { positions }) => selectionRangesOf(source, positions)));
  const tokens = about((source: SourceText) => semanticTokensOf(source));
  connection.languages.semanticTokens.on((params) => tokens(params) ?? { data: [] });
};

/** Tells what is wrong with documents, whenever they or what is known of the data change. */
const tellDiagnostics = (
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  data: KnownData,
): { readonly again: () => void } => {
  const send = (uri: string, version: number | undefined, diagnostics: ReturnType<typeof diagnosticsOf>): void => {
    // Fails only when nobody listens any more.
    connection
      .sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  };
  const analyse = (uri: string): void => {
    const document = documents.get(uri);
    if (document === undefined) return;
    try {
      send(uri, document.version, diagnosticsOf(sourceText(document.getText()), data.current()));
    } catch (error) {
      // A defect of ours must not take the editor's server away.
      connection.console.error(`${uri} could not be checked: ${error instanceof Error ? error.stack : String(error)}`);
    }
  };
  const queue = createAnalysisQueue(analyse, schedule);
  documents.onDidChangeContent(({ document }) => queue.put(document.uri));
  documents.onDidClose(({ document }) => {
    queue.drop(document.uri);
    send(document.uri, undefined, []);
  });
  const again = (): void => {
    for (const uri of documents.keys()) queue.put(uri);
  };
  return { again };
};

export interface ServeOptions {
  readonly data: KnownData;
  readonly version: string;
}

/** Serves one editor until it says goodbye or hangs up; the process then ends, with 0 after a proper `shutdown`. */
export const serve = (connection: Connection, { data, version }: ServeOptions): void => {
  const documents = new TextDocuments(TextDocument);
  const diagnostics = tellDiagnostics(connection, documents, data);
  const refresh = async (): Promise<string | null> => {
    const problem = await data.refresh();
    if (problem === null) diagnostics.again();
    return problem;
  };
  connection.onInitialize(() => ({
    capabilities: CAPABILITIES,
    serverInfo: { name: 'clearspan', version },
  }));
  connection.onInitialized(async () => {
    const problem = await refresh();
    if (problem === null) return;
    // A notification, not the request with buttons: that one fails where an editor does not know it.
    const message = `DataPrime: ${problem}`;
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  });
  connection.onExecuteCommand(async ({ command }) => {
    if (command !== REFRESH_COMMAND)
      throw new ResponseError(LSPErrorCodes.RequestFailed, `expected ${REFRESH_COMMAND}, found ${command}`);
    const problem = await refresh();
    if (problem !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
    return null;
  });
  answerQuestions(connection, documents, data);
  documents.listen(connection);
  connection.listen();
};
