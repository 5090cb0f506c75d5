import type { Reading } from '../compose/compose.ts';
import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import { pointedAt } from './points-back.ts';

const FILLER: Mark['meaning'] = { kind: 'concept', concept: { kind: 'filler' }, fields: [] };
const TOP = /^(?:top|worst|highest|biggest|leading|busiest)$/i;
/** Of which records are asked for: "the logs of the top one". */
const OF = /^(?:of|for|from|in|by|behind|at|on)$/i;

/**
 * "errors by service" > "show me the logs of the top one": the first of those that were ranked is pointed at, and nothing is
 * ranked anew.
 */
export const theTopOne = (base: Reading, linked: Linked): Linked => {
  const { marks } = linked;
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
