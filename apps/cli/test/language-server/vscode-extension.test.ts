import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/args/commands.ts';
import { parseCommand } from '../../src/args/parse-command.ts';
import { readSource } from '../../src/args/read-source.ts';
import { CAPABILITIES } from '../../src/language-server/capabilities.ts';

const EXTENSION = join(import.meta.dirname, '../../../../editors/vscode');

interface Manifest {
  readonly main: string;
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly commands: readonly { readonly command: string }[];
  };
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(EXTENSION, file), 'utf8')) as T;
const { main, contributes } = readJson<Manifest>('package.json');

const { serverCommand } = createRequire(import.meta.url)(join(EXTENSION, 'server-command.js')) as {
  readonly serverCommand: (settings: { readonly command?: unknown; readonly source?: unknown }) => {
    readonly command: string;
    readonly args: readonly string[];
  };
};

describe('the extension for VS Code', () => {
  test('names files that are there, for one language', () => {
    const [language, ...others] = contributes.languages;
    const [grammar] = contributes.grammars;
    expect(others).toEqual([]);
    expect(grammar?.language).toBe(language?.id);
    for (const file of [main, language?.configuration ?? '', grammar?.path ?? ''])
      expect([file, existsSync(join(EXTENSION, file))]).toEqual([file, true]);
    expect(readJson<{ scopeName: string }>(grammar?.path ?? '').scopeName).toBe(grammar?.scopeName);
  });

  test('offers the commands that the server executes', () => {
    expect(contributes.commands.map(({ command }) => command)).toEqual(CAPABILITIES.executeCommandProvider?.commands);
  });

  test('has a setting for each thing the server is started with, and starts it by their defaults', () => {
    const { properties } = contributes.configuration;
    expect(Object.keys(properties)).toEqual(['clearspan.command', 'clearspan.source']);
    const [command, source] = Object.values(properties).map((property) => property.default);
    expect(serverCommand({ command, source })).toEqual({ command: 'clearspan', args: ['lsp'] });
  });

  test('starts the server with a source that the command line understands', () => {
    const { args } = serverCommand({ command: ' /opt/clearspan ', source: ['--logs', 'a.ndjson', 7] });
    const parsed = parseCommand(COMMANDS.lsp, args.slice(1));
    expect(readSource(parsed, 'lsp')).toEqual({ kind: 'files', logs: ['a.ndjson'], spans: [], tables: [] });
  });

  test('settings of a wrong kind start it as if they were not there', () => {
    expect(serverCommand({ command: '', source: 'x' })).toEqual({ command: 'clearspan', args: ['lsp'] });
    expect(serverCommand({})).toEqual({ command: 'clearspan', args: ['lsp'] });
  });
});
