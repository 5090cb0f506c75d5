import { type Expanded, lower, within } from './expanded.ts';
import type { Token } from './token.ts';

/** "which root operations", "by root service": those of root spans. */
export const rootOperations = (tokens: readonly Token[], at: number): Expanded | null => {
  const [root, what] = [tokens[at], tokens[at + 1]];
  const named = lower(tokens, at) === 'root' && /^(?:operation|endpoint|service)$/.test(what?.norm ?? '');
  if (root === undefined || what === undefined || !named) return null;
  const { start, end } = what;
  const spans = [
    within('of', start),
    within('root', start + 1),
    { ...within('spans', start + 2, end), norm: 'span' } as Token,
  ];
  return { tokens: [{ ...what, start: root.start, end: root.end }, ...spans], used: 2 };
};
