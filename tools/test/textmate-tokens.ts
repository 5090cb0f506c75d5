import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { HighlightKind } from '@clearspan/dataprime';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { SCOPE } from '../textmate/rule.ts';
import { GRAMMAR_FILE } from '../textmate-grammar.ts';

/** What a scope of the grammar is in the words of the highlighter; marks of all sorts are one. */
export type Coloured = Exclude<HighlightKind, 'operator' | 'punctuation' | 'error'> | 'mark';

/** The first that fits a scope, from the innermost scope out. */
const KINDS: readonly (readonly [string, Coloured])[] = [
  ['comment', 'comment'],
  ['keyword.control.command', 'command'],
  ['keyword.operator', 'mark'],
  ['keyword', 'keyword'],
  ['punctuation.section.embedded', 'string'],
  ['punctuation', 'mark'],
  ['constant.numeric.interval', 'interval'],
  ['constant.numeric', 'number'],
  ['constant.other.timestamp', 'timestamp'],
  ['constant.language.severity', 'severity'],
  ['constant.language', 'keyword'],
  ['string.regexp', 'regex'],
  ['string', 'string'],
  ['support.function', 'function'],
  ['entity.name.function', 'function'],
  ['support.type', 'type'],
  ['variable.language.root', 'namespace'],
  ['variable', 'key'],
];

const kindOf = (scopes: readonly string[]): Coloured | null => {
  for (const name of scopes.toReversed()) {
    const found = KINDS.find(([prefix]) => name.startsWith(prefix));
    if (found !== undefined) return found[1];
  }
  return null;
};

/** The committed grammar in the engine that editors run it in. */
export const loadGrammar = async (): Promise<IGrammar> => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text) => oniguruma.createOnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(GRAMMAR_FILE, 'utf8'), GRAMMAR_FILE)),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error(`${GRAMMAR_FILE} has no grammar`);
  return grammar;
};

/** What the grammar makes of each UTF-16 code unit of a text; null for blanks and what it has no word for. */
export const coloursOf = (grammar: IGrammar, text: string): readonly (Coloured | null)[] => {
  const colours = Array.from<Coloured | null>({ length: text.length }).fill(null);
  let stack = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens)
      colours.fill(kindOf(scopes), offset + startIndex, offset + Math.min(endIndex, line.length));
    stack = ruleStack;
    offset += line.length + 1;
  }
  return colours.map((colour, at) => (/\s/.test(text[at] ?? '') ? null : colour));
};
