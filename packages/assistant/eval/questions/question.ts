export type WorldName =
  | 'own'
  | 'shop'
  | 'fleet'
  | 'clinic'
  | 'arena'
  | 'travel'
  | 'parcel'
  | 'bank'
  | 'stream'
  | 'power'
  | 'desk'
  | 'campus'
  | 'kitchen'
  | 'telco'
  | 'market'
  | 'resort'
  | 'payroll'
  | 'harbour'
  | 'insurer'
  | 'gallery'
  | 'factory'
  | 'newsroom'
  | 'rail';
export type Difficulty = 'easy' | 'medium' | 'hard';

/**
 * A question as someone on call types it. `accept` are the queries whose result is right, the first the one expected;
 * empty where `decide` says that no query answers it.
 */
export interface EvalQuestion {
  readonly world: WorldName;
  readonly intent: string;
  readonly difficulty: Difficulty;
  readonly question: string;
  readonly accept: readonly string[];
  readonly decide?: 'clarify' | 'refuse';
  /** Earlier questions of the dialogue, oldest first. */
  readonly before?: readonly string[];
}

export type Ask = (
  difficulty: Difficulty,
  intent: string,
  question: string,
  ...accept: readonly string[]
) => EvalQuestion;

export const asks =
  (world: WorldName): Ask =>
  (difficulty, intent, question, ...accept) => ({ world, difficulty, intent, question, accept });

/** No query answers it: to ask back, or to decline. Marked so, either of the two is right where both would be. */
export const declines =
  (world: WorldName) =>
  (decide: 'clarify' | 'refuse', question: string): EvalQuestion => ({
    world,
    intent: 'decision',
    difficulty: 'medium',
    question,
    accept: [],
    decide,
  });

export const after = (before: readonly string[], item: EvalQuestion): EvalQuestion => ({
  ...item,
  before,
  intent: 'follow-up',
});
