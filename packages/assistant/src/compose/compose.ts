import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Dataset } from '../ir/field-ref.ts';
import type { Key, Metric, QueryIR } from '../ir/query-ir.ts';
import { type Focused, fieldsOfService } from '../link/fields-of-service.ts';
import type { Mark } from '../link/mark.ts';
import { byAnyName } from './any-name.ts';
import { finish, type WindowNanos } from './finish.ts';
import { RULES } from './grammar.ts';
import { inItsServices } from './in-its-services.ts';
import { leftOutTimes } from './rules/left-out-times.ts';
import { times } from './rules/times.ts';
import { type Scene, tellLearned } from './scene.ts';
import { tellChoices } from './tell-choices.ts';

export interface ComposeInput {
  readonly dataset: Dataset;
  readonly index: CatalogIndex;
  readonly marks: readonly Mark[];
  readonly nowNanos: bigint;
  readonly window: WindowNanos | null;
  readonly valueRank: number;
  /** Groups and columns of the question before, for edits that rank them. */
  readonly seed?: { readonly keys: readonly Key[]; readonly metrics: readonly Metric[] } | null;
  /** The question before, which an edit goes on with. */
  readonly before?: QueryIR;
}

/** One reading of a question: the query tree and the scene it came from. */
export interface Reading {
  readonly ir: QueryIR;
  readonly scene: Scene;
}

const newScene = (
  { dataset, index, valueRank, seed, before }: ComposeInput,
  { marks, roles }: Pick<Focused, 'marks' | 'roles'>,
): Scene => ({
  dataset,
  index,
  data: { ...index[dataset], roles },
  marks,
  taken: new Set(),
  preds: [],
  metrics: [...(seed?.metrics ?? [])],
  keys: [...(seed?.keys ?? [])],
  having: [],
  typical: null,
  beyond: null,
  callers: null,
  overall: [],
  share: false,
  extract: null,
  columns: [],
  assumptions: [],
  learned: [],
  doubt: 1,
  missing: [],
  valueScores: [],
  time: null,
  compared: null,
  change: null,
  timeSaid: false,
  bucket: null,
  order: null,
  limit: null,
  nth: null,
  perGroup: null,
  distinct: false,
  counted: false,
  combined: null,
  exists: false,
  valueRank,
  before: before?.where ?? [],
});

/** Reads the marks as a query of one data set. Always gives a reading; what did not fit is in `scene.missing`. */
export const compose = (input: ComposeInput): Reading => {
  const focused = fieldsOfService(input.marks, input.dataset, input.index[input.dataset], input.before);
  const scene = newScene(input, focused);
  leftOutTimes(scene);
  times(input.nowNanos)(scene);
  for (const rule of RULES) rule(scene);
  for (const at of [...scene.taken].sort((a, b) => a - b)) tellLearned(scene, scene.marks[at]?.note);
  const finished = finish(scene, input.window, input.nowNanos);
  const data = input.index[input.dataset];
  // An edit is put into the query that it changes before that is about other names too.
  const ir = input.before === undefined ? byAnyName(inItsServices(finished, data), data) : finished;
  tellChoices(scene, ir, focused.choices);
  return { ir, scene };
};
