import { interpret } from '../interpret.ts';
import { phraseProblem } from './alias-phrase.ts';
import { targetProblem } from './alias-target.ts';
import { type Conclusion, type Correction, changedTarget } from './correction.ts';
import { slotsMissingIn } from './query-slots.ts';
import { unexplainedRuns } from './unexplained.ts';

const EPOCH = '1970-01-01T00:00:00.000Z';

const nothing = (reason: string): Conclusion => ({ ok: false, reason });

/** Whether the question, with the alias known, is read as the query that was meant. */
const explains = (correction: Correction, content: Extract<Conclusion, { ok: true }>['content']): boolean => {
  if (content.kind !== 'alias') return false;
  const { question, input, meant } = correction;
  const { aliases = [], avoided = [], remembered = [] } = input.learned ?? {};
  const alias = { ...content, scope: 'user', origin: 'correction', at: EPOCH } as const;
  const again = interpret(question, { ...input, learned: { aliases: [alias, ...aliases], avoided, remembered } });
  return (
    again.kind === 'answer' &&
    slotsMissingIn(again.ast, meant).length === 0 &&
    slotsMissingIn(meant, again.ast).length === 0
  );
};

/**
 * An alias from a correction: one run of words that was not understood, one thing that the meant query says beside the
 * reading, and together they explain all of the difference.
 */
export const mineAlias = (correction: Correction): Conclusion => {
  const { linked, reading } = correction;
  const [run, ...others] = unexplainedRuns(linked, reading.scene);
  if (run === undefined) return nothing('every word of the question was understood');
  if (others.length > 0) return nothing('several words of the question were not understood');
  const target = changedTarget(correction);
  if (target === null) return nothing('the correction changes more than one thing');
  const problem = phraseProblem(run.phrase, linked.index) ?? targetProblem(target, linked.index);
  if (problem !== null) return nothing(problem);
  const content = { kind: 'alias', phrase: run.phrase, target } as const;
  return explains(correction, content)
    ? { ok: true, content }
    : nothing(`"${run.phrase}" alone does not explain the correction`);
};
