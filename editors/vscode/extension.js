// Starts `clearspan lsp` for DataPrime documents, and again when the settings change.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { serverCommand } = require('./server-command.js');

/** The server that is meant to run; undefined while none is. */
let client;

const createClient = () => {
  const settings = vscode.workspace.getConfiguration('clearspan');
  const { command, args } = serverCommand({ command: settings.get('command'), source: settings.get('source') });
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return new LanguageClient(
    'clearspan',
    'DataPrime',
    { command, args: [...args], options: cwd === undefined ? {} : { cwd } },
    { documentSelector: [{ language: 'dataprime' }] },
  );
};

const start = async () => {
  client = createClient();
  try {
    await client.start();
  } catch {
    // The client has told what went wrong; this tells what to look at.
    void vscode.window.showErrorMessage('DataPrime: the language server did not start; is `clearspan.command` right?');
  }
};

const stop = async () => {
  const running = client;
  client = undefined;
  // A server that never came up cannot be stopped.
  await running?.dispose().catch(() => undefined);
};

/** @param {import('vscode').ExtensionContext} context */
const activate = async (context) => {
  const restart = vscode.workspace.onDidChangeConfiguration(async (event) => {
    if (!event.affectsConfiguration('clearspan')) return;
    await stop();
    await start();
  });
  context.subscriptions.push(restart);
  await start();
};

module.exports = { activate, deactivate: stop };
