import { TOKEN_LEGEND } from '@clearspan/language-server';
import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';

/** Reads the catalog of the source again. */
export const REFRESH_COMMAND = 'clearspan.refreshCatalog';

export const CAPABILITIES: ServerCapabilities = {
  // Offsets in JavaScript are UTF-16, which every editor speaks.
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  completionProvider: { triggerCharacters: ['.', '$', '|', ' ', "'", '"', '[', '(', ',', ':'] },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
  documentFormattingProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: TOKEN_LEGEND, full: true },
  executeCommandProvider: { commands: [REFRESH_COMMAND] },
};
