import type {
  Caller,
  LearnedAction,
  LearnedLesson,
  LearnedRecord,
  LearnedStored,
  ProblemCode,
} from '@clearspan/contracts';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  /** `message` is fit to be shown. */
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

/** Where lessons are kept. Calls MUST end by the deadline of the request they serve and MUST NOT throw. */
export interface LearningStore {
  keep(lesson: LearnedLesson): Promise<Outcome<LearnedStored>>;
  /** What may count for a caller; with `all` that of everyone. */
  list(caller: Caller, all: boolean): Promise<Outcome<readonly LearnedRecord[]>>;
  act(id: string, action: LearnedAction, caller: Caller): Promise<Outcome<LearnedRecord>>;
}
