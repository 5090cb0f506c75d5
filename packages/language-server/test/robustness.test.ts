import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codeActionsOf,
  completionOf,
  diagnosticsOf,
  documentSymbolsOf,
  foldingRangesOf,
  formattingOf,
  hoverOf,
  NOTHING_KNOWN,
  selectionRangesOf,
  semanticTokensOf,
  signatureHelpOf,
  sourceText,
} from '../src/index.ts';

const PIECES =
  'source logs,|, ,\n,filter,(,),(|,|),`,{,},/,/*,*/,$m.,max(,==,=,as,join,case,->,_,5,1h,@,[,],\ud800,\udc00,\0,😀';
const pieces = fc.constantFrom("'", ',', ...PIECES.split(','));

test('no text makes any of it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 30 }), fc.nat(4), fc.nat(40), (text, line, character) => {
      const source = sourceText(text);
      const position = { line, character };
      const range = { start: { line: 0, character: 0 }, end: position };
      codeActionsOf(source, NOTHING_KNOWN, { uri: 'file:///q', range });
      completionOf(source, position, NOTHING_KNOWN);
      diagnosticsOf(source, NOTHING_KNOWN);
      documentSymbolsOf(source);
      foldingRangesOf(source);
      formattingOf(source);
      hoverOf(source, position, NOTHING_KNOWN);
      expect(selectionRangesOf(source, [position])).toHaveLength(1);
      semanticTokensOf(source);
      signatureHelpOf(source, position);
    }),
    { numRuns: 300 },
  );
});
