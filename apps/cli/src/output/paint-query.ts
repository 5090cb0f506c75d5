import { type HighlightKind, highlight } from '@clearspan/dataprime';

/** ANSI colours of the words of a query; what is not here keeps the terminal's own. */
const COLOUR: Readonly<Partial<Record<HighlightKind, string>>> = {
  command: '1;36',
  keyword: '35',
  function: '34',
  string: '33',
  regex: '33',
  number: '32',
  interval: '32',
  timestamp: '32',
  severity: '1;31',
  comment: '2',
  error: '4;31',
};

/** The query for a terminal: the same text, coloured where colour is wanted. */
export const paintQuery = (query: string, colour: boolean): string => {
  if (!colour) return query;
  let painted = '';
  let at = 0;
  for (const { start, end, kind } of highlight(query)) {
    if (start < at) continue;
    const code = COLOUR[kind];
    const word = query.slice(start, end);
    painted += query.slice(at, start) + (code ? `\x1b[${code}m${word}\x1b[0m` : word);
    at = end;
  }
  return painted + query.slice(at);
};
