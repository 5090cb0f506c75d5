import type { Turn } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import type { SchemaField } from './linked-schema.ts';
import { PROMPT_VERSION } from './prompt/system-prompt.ts';

export interface CacheKeyInput {
  readonly model: string;
  /** Who asks: nobody is given what was made for another. */
  readonly caller: string;
  readonly linked: Linked;
  readonly fields: readonly SchemaField[];
  readonly turns: readonly Turn[];
  readonly windowKnown: boolean;
}

/** Case, blanks and the mark at the end of a question change nothing. */
const normalised = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.]+$/, '')
    .trim();

/** Everything an answer depends on, as one text: who keeps it may hash it. */
export const cacheKey = ({ model, caller, linked, fields, turns, windowKnown }: CacheKeyInput): string =>
  JSON.stringify([
    model,
    PROMPT_VERSION,
    caller,
    normalised(linked.routed.question),
    fields.map(({ dataset, path, type, unit, values }) => [dataset, path, type, unit, values]),
    turns.map(({ question, query }) => [normalised(question), query]),
    windowKnown,
  ]);
