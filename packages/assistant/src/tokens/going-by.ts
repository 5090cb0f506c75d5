import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const GOES = /^(?:going|judging|judged|told|telling|according)$/;
const BY = /^(?:by|from|to)$/;
/** What spans have anyway, by which it is to be told. */
const TELLS =
  /^(?:the|their|its|parent|child|children|span|trace|id|and|or|relation|relationship|link|structure|tree)$/;

/** "…, going by parent and child spans": how it is to be found out is no part of what is asked. */
export const goingBy = (tokens: readonly Token[], at: number): Expanded | null => {
  const comma = tokens[at]?.text === ',' ? 1 : 0;
  if (at < 3 || !GOES.test(lower(tokens, at + comma)) || !BY.test(lower(tokens, at + comma + 1))) return null;
  const rest = tokens.slice(at + comma + 2);
  const tells = rest.length > 0 && rest.every(({ kind, norm }) => kind === 'punctuation' || TELLS.test(norm));
  return tells ? { tokens: [], used: tokens.length - at } : null;
};

/** "which services does it call directly": a call is of the one above and no other. */
export const directly = (tokens: readonly Token[], at: number): Expanded | null =>
  /^(?:directly|immediately)$/.test(lower(tokens, at)) &&
  tokens.some(({ norm }) =>
    /^(?:call|calls|called|use|uses|used|invoke|invokes|child|children|parent|caller)$/.test(norm),
  )
    ? { tokens: [], used: 1 }
    : null;
