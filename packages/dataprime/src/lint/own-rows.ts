import type { CheckedStage } from '../check/checked.ts';

/** Stages whose rows and columns all come from the rows before them: nothing of a second query comes in. */
const OWN: ReadonlySet<string> = new Set(['filter', 'limit', 'sort', 'dedupe', 'extend', 'group', 'explode']);

/** Whether what is known of the rows before the stage still tells of those after it. */
export const keepsOwnRows = ({ kind }: CheckedStage): boolean => OWN.has(kind);
