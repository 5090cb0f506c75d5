import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const RECORD = /^(?:message|log|line|record|entry|entries)$/;
const SOMEBODY =
  /^(?:someone|somebody|anyone|anybody|people|everyone|users?|customers?|us|you|them|readers?|callers?|operators?|whoever)$/;

/** "messages that tell someone to ignore previous instructions": what they tell is the text that is looked for, to its end. */
export const tellsTo = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const that = /^(?:that|which)$/.test(lower(tokens, at)) ? 1 : 0;
  const said = lower(tokens, at + that);
  const tells = that > 0 ? /^(?:tells?|told|asks?|asked)$/.test(said) : /^(?:telling|asking)$/.test(said);
  if (first === undefined || !RECORD.test(tokens[at - 1]?.norm ?? '') || !tells) return null;
  let from = at + that + 1;
  if (/^(?:the|all|our)$/.test(lower(tokens, from))) from += 1;
  if (!SOMEBODY.test(lower(tokens, from)) || lower(tokens, from + 1) !== 'to') return null;
  from += 2;
  const end = tokens.findIndex(({ kind }, place) => place >= from && kind === 'punctuation');
  const text = tokens.slice(from, end < 0 ? tokens.length : end);
  const last = text.at(-1);
  if (last === undefined || text.some(({ kind }) => kind !== 'word')) return null;
  const value = text.map((token) => token.text).join(' ');
  const quoted = {
    kind: 'quoted',
    text: value,
    norm: value,
    value,
    start: text[0]?.start ?? 0,
    end: last.end,
  } as const;
  return { tokens: [quoted], used: from + text.length - at };
};
