import type { IntentType, Interpretation } from '../interpretation.ts';
import type { ProbeOutcome } from './ports.ts';
import { sameResult } from './same-result.ts';

export type Verdict =
  | { readonly kind: 'agreed'; readonly reason: string }
  | { readonly kind: 'built-in'; readonly reason: string }
  | { readonly kind: 'model'; readonly reason: string };

export interface ArbitrationInput {
  readonly reading: Interpretation;
  readonly modelQuery: string;
  readonly modelProbe: Extract<ProbeOutcome, { ok: true }>;
  /** Of the built-in query; null where there is none. */
  readonly builtInProbe: ProbeOutcome | null;
}

/** Questions of one frame, which rules read well: there the model is the second opinion. */
const EASY: ReadonlySet<IntentType> = new Set<IntentType>([
  'list',
  'search',
  'count',
  'exists',
  'count_by',
  'top',
  'trace',
  'distinct',
]);
/** Below this the built-in reading is a guess, whatever the frame. */
const guessBelow = 0.6;

/** Which of two readings answers: by their results where these tell, else by who is the better reader of such a question. */
export const arbitrate = ({ reading, modelQuery, modelProbe, builtInProbe }: ArbitrationInput): Verdict => {
  if (reading.kind !== 'answer') {
    return { kind: 'model', reason: 'The built-in reading asked back, so the query of the model is taken.' };
  }
  if (reading.query === modelQuery) return { kind: 'agreed', reason: 'The model wrote the same query.' };
  if (builtInProbe?.ok === true) {
    const isWhole = !builtInProbe.truncated && !modelProbe.truncated && modelProbe.rows.length > 0;
    if (isWhole && sameResult(builtInProbe.rows, modelProbe.rows)) {
      return { kind: 'agreed', reason: 'The query of the model has the same result.' };
    }
    if (modelProbe.rows.length === 0 && builtInProbe.rows.length > 0) {
      return { kind: 'built-in', reason: 'The query of the model finds nothing where the built-in one does.' };
    }
  }
  if (EASY.has(reading.intent.type) && reading.confidence >= guessBelow && reading.ignored.length === 0) {
    return { kind: 'built-in', reason: 'Questions of this kind are read better by the built-in rules.' };
  }
  return { kind: 'model', reason: 'The built-in reading was unsure, so the query of the model is taken.' };
};
