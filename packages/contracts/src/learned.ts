import { z } from 'zod';
import { caller } from './caller.ts';
import { USER_INPUT_CHARS_MAX } from './generate.ts';
import { LEARNED_QUERY_CHARS_MAX, learnedContent, PHRASE_CHARS_MAX } from './learned-content.ts';
import { QUERY_CHARS_MAX } from './telemetry.ts';

/** How much may be learned, and from how much: a limit on what one person can do to the answers of others. */
export const LEARNING_LIMITS = {
  /** Corrections of one user within a day that teach anything. */
  correctionsPerUserPerDayMax: 50,
  /** Things that are kept for one user, and for one team; what was undone counts. */
  entriesPerOwnerMax: 500,
  /** Different users of a team that must say the same before it counts for the team. */
  teamUsersMin: 2,
  /** The newest evidence of an entry that is told. */
  evidencePerEntryMax: 5,
} as const;

export const learnedScope = z.enum(['user', 'team', 'global']);

/** What something was learned from. Without a query before and after where an alias was written down by hand. */
export const learnedEvidence = z.object({
  feedback_id: z.string().nullable(),
  question: z.string().max(USER_INPUT_CHARS_MAX),
  /** Cut where it is longer than what anything is learned from. */
  before: z.string().max(LEARNED_QUERY_CHARS_MAX),
  after: z.string().max(LEARNED_QUERY_CHARS_MAX),
  user: z.string(),
  at: z.string(),
});
export type LearnedEvidence = z.infer<typeof learnedEvidence>;

const kept = {
  id: z.string(),
  scope: learnedScope,
  /** The user or the team it counts for; empty for everyone. */
  owner: z.string(),
  content: learnedContent,
  origin: z.enum(['correction', 'hand']),
  /** False: it was undone, and can be redone. */
  active: z.boolean(),
  learned_at: z.string(),
  changed_at: z.string(),
  changed_by: z.string(),
  /** Oldest first. */
  evidence: z.array(learnedEvidence),
};

/** As the storage service keeps it. */
export const learnedRecord = z.object(kept);
export type LearnedRecord = z.infer<typeof learnedRecord>;

/** `POST /learned` of the storage service. `key` is the same for what is the same. */
export const learnedLesson = z.object({
  caller,
  key: z.string().max(100_000),
  content: learnedContent,
  origin: z.enum(['correction', 'hand']),
  evidence: learnedEvidence.pick({ feedback_id: true, question: true, before: true, after: true }),
});
export type LearnedLesson = z.infer<typeof learnedLesson>;

/** What became of a lesson: what it changed, or the limit that it met. */
export const learnedStored = z.object({
  records: z.array(learnedRecord),
  refused: z.enum(['rate', 'full']).nullable(),
});
export type LearnedStored = z.infer<typeof learnedStored>;

/** `GET /learned` of the storage service: what may count for a caller, what was undone included. */
export const learnedRecords = z.object({ records: z.array(learnedRecord) });
export type LearnedRecords = z.infer<typeof learnedRecords>;

export const learnedAction = z.enum(['undo', 'redo', 'promote']);
export type LearnedAction = z.infer<typeof learnedAction>;

/** One thing that was learned, as it is told to people. */
export const learnedItem = z.object({
  ...kept,
  /** What it does, in a sentence. */
  says: z.string(),
  /** What this caller may do about it. */
  actions: z.array(learnedAction),
});
export type LearnedItem = z.infer<typeof learnedItem>;

/** `GET /api/learned`, the newest first. */
export const learnedList = z.object({ items: z.array(learnedItem) });
export type LearnedList = z.infer<typeof learnedList>;

/** `POST /api/learned`: words, and the value or the field (`$d.region`) that they stand for; both for a value of that field. */
export const aliasRequest = z.object({
  phrase: z.string().min(1).max(PHRASE_CHARS_MAX),
  value: z.string().min(1).max(200).optional(),
  field: z.string().min(1).max(400).optional(),
});
export type AliasRequest = z.infer<typeof aliasRequest>;

/** `POST /learn` of the query service: feedback that may teach something. */
export const learnRequest = z.object({
  caller,
  feedback_id: z.string(),
  user_input: z.string().max(USER_INPUT_CHARS_MAX),
  generated_query: z.string().max(QUERY_CHARS_MAX),
  corrected_query: z.string().max(QUERY_CHARS_MAX).nullable(),
  rating: z.int().min(1).max(5),
});
export type LearnRequest = z.infer<typeof learnRequest>;

/** What was learned, or why nothing was. */
export const learnResponse = z.object({ learned: z.array(learnedItem), not_learned: z.string().nullable() });
export type LearnResponse = z.infer<typeof learnResponse>;
