import { COMBINE_STAGES } from './combine-stages.ts';
import { SHAPE_STAGES } from './shape-stages.ts';
import { type Query, STAGES, source } from './stages.ts';
import type { Tape } from './tape.ts';

const ALL = [...STAGES, ...STAGES, ...SHAPE_STAGES, ...COMBINE_STAGES];

/** A query of one to five stages. */
export const createQuery = (tape: Tape): Query => {
  let query = source(tape);
  const stages = tape.below(4) + 1;
  for (let index = 0; index < stages; index += 1) query = tape.pick(ALL)(tape, query, index);
  return query;
};
