import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Turn } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import { emptiedBy } from './empty-stage.ts';
import { type AdmittedQuery, admitQuery } from './guard/admit-query.ts';
import { asksForUnseen, groundingProblem } from './guard/grounding.ts';
import { MODEL_LIMITS } from './limits.ts';
import { mendQuery } from './mend/mend-query.ts';
import type { ModelPorts, ProbeOutcome } from './ports.ts';
import type { Fault } from './prompt/repair-prompt.ts';

/** A question with those before it. */
export interface Asked {
  readonly linked: Linked;
  readonly turns: readonly Turn[];
}

export type Attempt =
  | {
      readonly kind: 'sound';
      readonly query: AdmittedQuery;
      readonly probe: Extract<ProbeOutcome, { ok: true }>;
      readonly mended: number;
      /** Nothing was found, and the query is not wrong: it may still be told to the model. */
      readonly fault: Fault | null;
    }
  | { readonly kind: 'wrong'; readonly fault: Fault; readonly reason: string }
  /** Not to be tried again. */
  | { readonly kind: 'refused'; readonly reason: string };

const emptyFault = async (
  query: AdmittedQuery,
  index: CatalogIndex,
  nowNanos: bigint,
  ports: ModelPorts,
): Promise<Fault | null> => {
  // An honest nothing is an answer: only a value that the data was never seen to have makes it doubtful.
  if (!asksForUnseen(query.ast, index)) return null;
  const upTo = await emptiedBy(query, index, nowNanos, (part) => ports.probe(part, 1));
  return upTo === null ? null : { kind: 'empty', query: query.text, upTo };
};

/** What becomes of a query that a model wrote: mended, admitted, held against the question, and run on a few rows. */
export const tryQuery = async (written: string, { linked, turns }: Asked, ports: ModelPorts): Promise<Attempt> => {
  const { index, nowNanos } = linked;
  const { text, mended } = mendQuery(written, linked);
  const admission = admitQuery(text, index, nowNanos);
  if (!admission.ok && admission.kind === 'policy') {
    return { kind: 'refused', reason: `The query of the model was not run: ${admission.message}.` };
  }
  if (!admission.ok) {
    const fault: Fault = { kind: 'wrong', query: admission.text, diagnostics: admission.diagnostics };
    return { kind: 'wrong', fault, reason: 'The query of the model had errors.' };
  }
  const { query } = admission;
  const message = groundingProblem(query.ast, linked, turns);
  if (message !== null) {
    const fault: Fault = { kind: 'ungrounded', query: query.text, message };
    return { kind: 'wrong', fault, reason: 'The query of the model was not one of this question.' };
  }
  return ports.step('probe', async (): Promise<Attempt> => {
    const probe = await ports.probe(query, MODEL_LIMITS.probeRowsMax);
    if (!probe.ok) {
      const fault: Fault = { kind: 'failed', query: query.text, message: probe.message };
      return { kind: 'wrong', fault, reason: 'The query of the model could not be run.' };
    }
    const fault = probe.rows.length === 0 ? await emptyFault(query, index, nowNanos, ports) : null;
    return { kind: 'sound', query, probe, mended, fault };
  });
};
