import type { Reading } from '../compose/compose.ts';
import type { Linked } from '../link/link-question.ts';
import { FILLER, type Mark } from '../link/mark.ts';
import { pointedAt } from './points-back.ts';

const TOP = /^(?:top|worst|highest|biggest|leading|busiest)$/i;
/** Of which records are asked for: "the logs of the top one". */
const OF = /^(?:of|for|from|in|by|behind|at|on)$/i;
/** What it did is asked for: "which codes did the first one get". */
const DID = /^(?:did|does|do|has|have|had|was|is)$/i;
const FIRST = /^(?:the )?(?:first|top|worst|highest|biggest|leading|busiest)$/i;

/** "what error codes did the first one get": it is who did it, and no row is the first of what is asked for. */
const firstDid = (marks: readonly Mark[]): readonly Mark[] => {
  const text = (at: number): string => marks[at]?.text ?? '';
  const at = marks.findIndex(
    (_, place) =>
      FIRST.test(text(place)) &&
      /^one$/i.test(text(place + 1)) &&
      DID.test(text(/^the\b/i.test(text(place)) ? place - 1 : place - 2)),
  );
  return at < 0
    ? marks
    : marks.map((mark, place) => (place === at || place === at + 1 ? { ...mark, meaning: FILLER } : mark));
};

/**
 * "errors by service" > "show me the logs of the top one": the first of those that were ranked is pointed at, and nothing is
 * ranked anew.
 */
export const theTopOne = (base: Reading, linked: Linked): Linked => {
  const marks = base.ir.shape === 'table' ? firstDid(linked.marks) : linked.marks;
  if (marks !== linked.marks && pointedAt(base, marks) !== null) return { ...linked, marks };
  const text = (at: number): string => marks[at]?.text ?? '';
  const at = marks.findIndex(
    (_, place) => TOP.test(text(place)) && /^the$/i.test(text(place - 1)) && /^one$/i.test(text(place + 1)),
  );
  if (at < 0 || !OF.test(text(at - 2)) || base.ir.shape !== 'table') return linked;
  const first = marks.map((mark, place) =>
    place === at ? { ...mark, text: 'first', meaning: FILLER } : place === at + 1 ? { ...mark, meaning: FILLER } : mark,
  );
  return pointedAt(base, first) === null ? linked : { ...linked, marks: first };
};
