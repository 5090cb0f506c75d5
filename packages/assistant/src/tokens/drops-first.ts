import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const SHOWS = /^(?:show|list|count|give|keep|display|only|just)$/;
const reachMax = 5;

/** "drop the errors, show the warnings": what is to be shown instead is all that is asked for. */
export const dropsFirst = (tokens: readonly Token[], at: number): Expanded | null => {
  if (at > 1 || !/^(?:drop|remove|skip|forget|ignore)$/.test(lower(tokens, at))) return null;
  const dropped = tokens.slice(at + 1, at + 1 + reachMax);
  const joint = dropped.findIndex(({ text, norm }) => /^[,;]$/.test(text) || norm === 'and');
  const named = dropped
    .slice(0, Math.max(joint, 0))
    .filter(({ norm }) => !/^(?:the|those|these|all|log|line)$/.test(norm));
  const isKind = named.length === 1 && /^(?:error|warning|info|debug|critical)$/.test(named[0]?.norm ?? '');
  const shown = tokens.slice(at + 2 + joint).find(({ norm }) => !/^(?:and|then|please|now|,)$/.test(norm));
  if (joint < 1 || !isKind || shown === undefined || !SHOWS.test(shown.norm)) return null;
  // The same kind again is left out of it.
  const again = tokens.slice(at + 2 + joint).some(({ norm }) => norm === named[0]?.norm);
  const other = tokens.slice(at + 2 + joint).some(({ norm }) => /^(?:error|warning|info|debug|critical)$/.test(norm));
  return again || !other ? null : { tokens: [], used: joint + 2 };
};
