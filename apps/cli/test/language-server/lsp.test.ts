import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalog } from '@clearspan/contracts';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, startEditor } from './editor.ts';

const URI = 'file:///query.dataprime';

const CATALOG: Catalog = {
  as_of: '2026-01-05T09:00:00Z',
  logs: {
    records: 9,
    oldest: null,
    newest: null,
    fields: [
      {
        root: 'd',
        path: ['city'],
        types: [{ type: 'string', share: 1 }],
        presence: 1,
        distinct: 1,
        values: [{ value: 'Ulm', count: 9 }],
        examples: [],
      },
    ],
  },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.hangUp();
  editor = undefined;
});

const start = async (text: string, args: readonly string[] = []): Promise<Editor> => {
  editor = await startEditor(args);
  await editor.open(URI, text);
  return editor;
};

const ask = <R>(method: string, params: object = {}): Promise<R> =>
  (editor as Editor).connection.sendRequest<R>(method, { textDocument: { uri: URI }, ...params });

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(URI, 'dataprime', 1, text), [...edits]);

describe('clearspan lsp, as an editor speaks with it', () => {
  test('tells what is wrong with code and range, and its fix makes the query right', async () => {
    const text = 'source logs\n| filter $d.status = 500';
    const { connection, diagnostics, leave } = await start(text);
    const told = await diagnostics(URI, 1);
    const wrong = told.diagnostics.find(({ severity }) => severity === 1);
    expect(wrong).toMatchObject({
      code: 'DP1008',
      source: 'dataprime',
      message: 'expected `==`, found `=`',
      range: { start: { line: 1, character: 19 }, end: { line: 1, character: 20 } },
    });
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      range: wrong?.range,
      context: { diagnostics: [wrong] },
    });
    const fix = actions.find(({ kind }) => kind === 'quickfix');
    expect(fix?.title).toBe('Write `==`');
    expect(applied(text, fix?.edit?.changes?.[URI] ?? [])).toBe('source logs\n| filter $d.status == 500');
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: wrong?.range, text: '==' }],
    });
    const after = await diagnostics(URI, 2);
    expect(after.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(await leave()).toBe(0);
  });

  test('completes, explains, signs, formats, colours and outlines', async () => {
    const text = 'source logs last 1h| filter $m.  | groupby $d.path aggregate percentile(0.5, 1) as p /* keep */';
    await start(text);
    const at = (needle: string, shift = 0): object => ({
      position: { line: 0, character: text.indexOf(needle) + shift },
    });
    const { items } = await ask<CompletionList>('textDocument/completion', at('$m.', 3));
    const severity = items.find(({ label }) => label === '$m.severity');
    expect(severity).toMatchObject({ kind: 5, textEdit: { newText: '$m.severity' } });
    expect(applied(text, [severity?.textEdit as TextEdit])).toContain('filter $m.severity ');

    const hover = await ask<Hover>('textDocument/hover', at('groupby', 2));
    expect(hover.contents).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(hover.contents)).toContain('One row for each value of the keys');

    const help = await ask<SignatureHelp>('textDocument/signatureHelp', at('0.5, 1', 5));
    expect(help).toMatchObject({ activeParameter: 1, signatures: [{ label: expect.stringContaining('percentile(') }] });

    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual(['source', 'filter', 'groupby']);

    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    expect(data.slice(0, 5)).toEqual([0, 0, 'source'.length, 0, 0]);
    expect(data.length % 5).toBe(0);
  });

  test('formats a whole document and keeps its comments', async () => {
    const text = 'source logs|filter $d.a>1 // why\n|limit 5';
    await start(text);
    const edits = await ask<TextEdit[]>('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } });
    expect(applied(text, edits)).toBe('source logs\n| filter $d.a > 1 // why\n| limit 5\n');
  });

  test('with files as its source it knows their fields, and reads them again when told to', async () => {
    const { diagnostics, connection } = await start('source logs last 1h | filter $d.sttus == 500', [
      '--logs',
      'app.ndjson',
    ]);
    // Reading the files and this request end together, whichever comes first.
    await connection.sendRequest('workspace/executeCommand', { command: 'clearspan.refreshCatalog' });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: 'source logs last 1h | filter $d.sttus == 501' }],
    });
    expect((await diagnostics(URI, 2)).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'DP3001', severity: 2, message: expect.stringContaining('`status`') }),
    );
    const { items } = await ask<CompletionList>('textDocument/completion', { position: { line: 0, character: 32 } });
    expect(items.map(({ label }) => label)).toContain('$d.status');
  });

  test('with a gateway as its source it offers what the fields hold', async () => {
    const gateway = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/api/catalog' ? CATALOG : {}));
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    try {
      const text = 'source logs last 1h | filter $d.city == ';
      const { connection } = await start(text, [
        '--url',
        `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
      ]);
      await connection.sendRequest('workspace/executeCommand', { command: 'clearspan.refreshCatalog' });
      const { items } = await ask<CompletionList>('textDocument/completion', {
        position: { line: 0, character: text.length },
      });
      expect(items[0]).toMatchObject({ label: 'Ulm', textEdit: { newText: "'Ulm'" } });
    } finally {
      gateway.close();
    }
  });

  test('a source that cannot be read is told, and the rest works', async () => {
    const { message, diagnostics, connection } = await start('cuont', ['--url', 'http://127.0.0.1:1']);
    expect(await message()).toContain('http://127.0.0.1:1 could not be reached');
    expect((await diagnostics(URI, 1)).diagnostics).toContainEqual(expect.objectContaining({ code: 'DP1004' }));
    await expect(
      connection.sendRequest('workspace/executeCommand', { command: 'clearspan.refreshCatalog' }),
    ).rejects.toThrow('could not be reached');
  });

  test.each([
    ['unpaired surrogates', '\ud800\udfff\udfff filter `\ud800{\udc00'],
    ['a megabyte of parentheses', '('.repeat(1 << 20)],
    ['as many as are read', '('.repeat(65_536)],
    ['no text', ''],
  ])('%s do not end it', async (_, text) => {
    const { diagnostics, leave } = await start(text);
    const told = await diagnostics(URI, 1);
    expect(told.diagnostics.length).toBeLessThanOrEqual(200);
    if (text.length > 65_536) expect(told.diagnostics.map(({ code }) => code)).toEqual(['DP1009']);
    const place = { position: { line: 0, character: Math.min(20, text.length) } };
    for (const method of ['completion', 'hover', 'signatureHelp']) await ask(`textDocument/${method}`, place);
    for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full']) await ask(`textDocument/${method}`);
    await ask('textDocument/selectionRange', { positions: [place.position] });
    expect(await leave()).toBe(0);
  });

  test('it ends when the editor hangs up', async () => {
    const { hangUp } = await start('count');
    expect(await hangUp()).toBe(1);
    editor = undefined;
  });

  test('what was said of a document goes when it is closed', async () => {
    const { diagnostics, connection } = await start('cuont');
    await diagnostics(URI, 1);
    const cleared = new Promise((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    expect(await cleared).toEqual({ uri: URI, diagnostics: [] });
  });
});
