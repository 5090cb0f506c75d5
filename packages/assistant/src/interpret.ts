import type { Catalog } from '@clearspan/contracts';
import type { WindowNanos } from './compose/finish.ts';
import { decide } from './decide/decide.ts';
import { exampleQuestions, questionsAround } from './decide/examples.ts';
import { readDialogue } from './dialogue/read-dialogue.ts';
import type { CallerWindow, Interpretation, Turn } from './interpretation.ts';
import type { Learned } from './learning/learned.ts';
import { recallFor } from './learning/recall.ts';
import { type Linked, linkQuestion } from './link/link-question.ts';
import { rankCandidates } from './rank/candidates.ts';
import { refusalMessage } from './router/refusals.ts';
import { classifyQuestion } from './router/route.ts';
import { planTriage } from './triage/plan-triage.ts';

export interface GenerateInput {
  /** Earlier turns, oldest first; a fragment such as "by region" edits the last one. */
  readonly context?: readonly Turn[];
  readonly window?: CallerWindow;
  /** What is read where neither a window nor a time is given, as of files: it decides how a series is divided. */
  readonly extent?: CallerWindow;
  readonly mode?: 'smart' | 'permissive';
}

export interface InterpretInput extends GenerateInput {
  readonly catalog: Catalog;
  /** The moment the question is asked, in nanoseconds since the epoch. */
  readonly nowNanos: bigint;
  /** What was learned of this caller's words; without it nothing is. */
  readonly learned?: Learned;
}

const nanosOf = (iso: string): bigint | null => {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : BigInt(ms) * 1_000_000n;
};

const windowNanos = (window: CallerWindow | undefined): WindowNanos | null => {
  if (window === undefined) return null;
  const from = nanosOf(window.from);
  const to = nanosOf(window.to);
  return from === null || to === null || from >= to ? null : { from, to };
};

const serviceIn = ({ marks }: Linked): string | null =>
  marks.flatMap(({ meaning }) =>
    meaning.kind === 'value' ? meaning.links.filter((link) => link.field.role === 'service') : [],
  )[0]?.value ?? null;

const listFields = ({ index }: Linked): string => {
  const names = [...index.logs.fields, ...index.spans.fields].map((entry) => entry.name);
  const shown = [...new Set(names)].slice(0, 40);
  return shown.length === 0
    ? 'No data has been seen yet, so no fields are known.'
    : `The data has these fields: ${shown.join(', ')}.`;
};

/** The third step: from linked words to a checked query, a question back or a refusal. */
export const generate = (linked: Linked, input: GenerateInput = {}): Interpretation => {
  const { routed } = linked;
  switch (routed.kind) {
    case 'refuse':
      return {
        kind: 'refuse',
        message: refusalMessage(routed.reason),
        examples: exampleQuestions(linked.index),
        intent: routed.intent,
      };
    case 'dataprime':
      return {
        kind: 'answer',
        query: routed.text,
        ast: routed.ast,
        intent: routed.intent,
        confidence: 1,
        interpretation: 'Runs the DataPrime query as it was written.',
        keywords: [],
        chips: [],
        units: {},
        alternatives: [],
        assumptions: [],
        ignored: [],
      };
    case 'broken-dataprime':
      return {
        kind: 'clarify',
        message: `This reads as a DataPrime query with something wrong: ${routed.problems.join('; ')}.`,
        options: routed.mended === null ? exampleQuestions(linked.index) : [routed.mended],
        intent: routed.intent,
      };
    case 'why': {
      const bundle = planTriage(linked, windowNanos(input.window));
      return {
        kind: 'clarify',
        message: 'That is not the answer of one query; these questions lead to it.',
        options: questionsAround(linked.index, serviceIn(linked)),
        ...(bundle === null ? {} : { bundle }),
        intent: routed.intent,
      };
    }
    case 'catalog':
      return {
        kind: 'clarify',
        message: listFields(linked),
        options: exampleQuestions(linked.index),
        intent: routed.intent,
      };
    case 'language': {
      const window = windowNanos(input.window);
      const mode = input.mode ?? 'smart';
      const divided = window ?? windowNanos(input.extent);
      const composeInput = { index: linked.index, marks: linked.marks, nowNanos: linked.nowNanos, window: divided };
      const fresh = rankCandidates(composeInput, recallFor(linked));
      const edited = readDialogue(linked, input.context ?? [], divided, fresh);
      return decide(linked, edited ?? fresh, { window, mode, continued: edited !== null });
    }
  }
};

/**
 * A question as DataPrime: routed, linked to the catalog, composed, ranked and decided. Pure and deterministic: the
 * same question, catalog and time give the same answer. Never throws, whatever the text.
 */
export const interpret = (question: string, input: InterpretInput): Interpretation =>
  generate(linkQuestion(classifyQuestion(question), input.catalog, input.nowNanos, input.learned), input);
