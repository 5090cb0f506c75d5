import { printQuery } from '@clearspan/dataprime';
import { toAst } from '../ir/to-ast.ts';
import type { Candidate } from '../rank/candidates.ts';
import { weekBeforeThis } from '../time/calendar.ts';
import { NANOS } from '../time/time-spec.ts';

/** "last week" is the last seven days; the week from Monday to Monday is what others mean by it. Null where it is not said. */
export const calendarWeek = (candidate: Candidate, now: bigint): Candidate | null => {
  const { ir, scene } = candidate;
  const isSaid = scene.marks.some(
    ({ text, meaning }) => meaning.kind === 'time' && /\b(?:last|previous) week$/i.test(text),
  );
  if (!isSaid || ir.time?.kind !== 'last' || ir.time.nanos !== NANOS.week) return null;
  const other = { ...ir, time: weekBeforeThis(now) };
  const ast = toAst(other);
  return { ...candidate, ir: other, ast, query: printQuery(ast) };
};
