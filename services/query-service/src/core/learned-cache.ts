import { type KeptLesson, type Learned, learnedFor } from '@clearspan/assistant';
import type { Caller, LearnedRecord } from '@clearspan/contracts';

/** What was learned by another process counts here after this long. */
const FRESH_MS = 5_000;
/** After a failed read nothing is asked for this long; what was known until then still counts. */
const PAUSE_MS = 2_000;
/** Callers whose lessons are held; the ones that were read longest ago go. */
const CALLERS_MAX = 1_000;

/** Reads what may count for a caller; null where it could not be read. MUST end soon: a question waits for it. */
export type ReadLearned = (caller: Caller) => Promise<readonly LearnedRecord[] | null>;

export interface LearnedCache {
  /** What counts for a caller; null where nothing does. Never fails: a question is answered without it. */
  get(caller: Caller): Promise<Learned | null>;
  /** Something has changed, for this caller or for others. */
  forget(): void;
}

interface Held {
  readonly learned: Learned | null;
  readonly untilMs: number;
}

const keptLesson = ({ content, scope, origin, learned_at, active }: LearnedRecord): KeptLesson => ({
  content,
  scope,
  origin,
  at: learned_at,
  active,
});

/** All that decides what a caller may see is in the key. */
const keyOf = ({ user, team }: Caller): string => JSON.stringify([user, team]);

/** The lessons of each caller, kept for the questions to come: one read at a time for each. */
export const createLearnedCache = (read: ReadLearned, now: () => number = () => performance.now()): LearnedCache => {
  let held = new Map<string, Held>();
  let reading = new Map<string, Promise<Learned | null>>();

  const keep = (key: string, entry: Held): void => {
    held.delete(key);
    held.set(key, entry);
    const [oldest] = held.keys();
    if (held.size > CALLERS_MAX && oldest !== undefined) held.delete(oldest);
  };

  const refresh = async (caller: Caller, key: string, into: Map<string, Held>): Promise<Learned | null> => {
    const records = await read(caller);
    const learned = records === null ? (into.get(key)?.learned ?? null) : learnedFor(records.map(keptLesson));
    // What was read before something changed is used once and not kept.
    if (into === held) keep(key, { learned, untilMs: now() + (records === null ? PAUSE_MS : FRESH_MS) });
    return learned;
  };

  return {
    get: async (caller) => {
      const key = keyOf(caller);
      const known = held.get(key);
      if (known !== undefined && now() < known.untilMs) return known.learned;
      const running = reading.get(key);
      if (running !== undefined) return running;
      const mine = reading;
      const started = refresh(caller, key, held).finally(() => mine.delete(key));
      mine.set(key, started);
      return started;
    },
    forget: () => {
      held = new Map();
      reading = new Map();
    },
  };
};
