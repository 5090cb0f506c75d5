import { quote, readEscapes } from '../lex/escapes.ts';
import { readInterval } from '../lex/interval.ts';
import type { ReadToken } from '../parse/parser.ts';
import { intervalText } from '../types/interval-text.ts';

const SHORT_ROOTS: ReadonlyMap<string, string> = new Map([
  ['$data', '$d'],
  ['$metadata', '$m'],
  ['$labels', '$l'],
]);

const requoted = (text: string): string => quote(readEscapes(text.slice(1, -1)).value);

const withoutWeeks = (text: string): string => {
  const reading = readInterval(text);
  return reading.ok ? intervalText(reading.nanos) : text;
};

/** One spelling where several mean the same: `$d` for `$data`, single quotes, no blank after a sign, no weeks. */
export const canonicalText = ({ kind, role, text }: ReadToken): string => {
  switch (kind) {
    case 'root':
      return SHORT_ROOTS.get(text) ?? text;
    case 'string':
      // The names of datasets are documented with double quotes.
      return role === 'literal' && text.startsWith('"') ? requoted(text) : text;
    case 'timestamp':
      return text.startsWith('@"') ? `@${requoted(text.slice(1))}` : text;
    case 'number':
      return text.replace(/^-\s+/, '-');
    case 'interval': {
      const joined = text.replace(/^-\s+/, '-');
      return joined.includes('w') ? withoutWeeks(joined) : joined;
    }
    case 'ident':
    case 'malformed':
    case 'regex':
    case 'template':
    case 'punct':
    case 'end':
      return text;
  }
};
