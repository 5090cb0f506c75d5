import type { Query } from '../ast/query.ts';
import type { SourceStage, Stage } from '../ast/stage.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineFields } from '../schema/engine-fields.ts';
import type { SchemaSource } from '../schema/schema-source.ts';
import { tableFields } from '../schema/table-fields.ts';
import type { Checked, CheckedFrame, CheckedStage } from './checked.ts';
import { withoutConsequences } from './consequences.ts';
import { checkExpr } from './expressions.ts';
import type { ParameterValue } from './parameter-value.ts';
import { collapsedGroups } from './rules/collapsed-groups.ts';
import { dpxl } from './rules/dpxl.ts';
import { type CheckedSubquery, error, type Scope, type Session } from './scope.ts';
import { checkDataset, checkSourceFrame } from './source.ts';
import { checkChoose, checkCreate, checkRemove } from './stages/columns.ts';
import { checkEnrich } from './stages/enrich.ts';
import { checkExplode } from './stages/explode.ts';
import { checkExtract } from './stages/extract.ts';
import { checkAggregate, checkCount, checkCountby, checkDistinct, checkGroupby, checkTop } from './stages/groups.ts';
import { checkJoin } from './stages/join.ts';
import { checkConvert, checkMove, checkRedact, checkReplace, checkRoundtime } from './stages/keys.ts';
import { checkLucene } from './stages/lucene.ts';
import { checkMultigroupby } from './stages/multigroup.ts';
import { checkCondition, checkDedupeby, checkFind, checkLimit, checkOrderby } from './stages/rows.ts';
import { checkStitch } from './stages/stitch.ts';
import { checkUnion } from './stages/union.ts';

/** What the parser hands over. */
export interface CheckInput {
  readonly query: Query;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

export interface CheckOptions {
  /** What is known of the data; without it, unknown keys are fine. */
  readonly schema?: SchemaSource | null;
  /** Fields not seen in the data are errors, not warnings. */
  readonly strictFields?: boolean;
  /** The data set of a query that names none. */
  readonly defaultDataset?: 'logs' | 'spans';
  /** What the caller gives for `$p.name`; any other name is an error. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

/** What a stage does, or null when it is not run by this version. */
const checkStage = (scope: Scope, stage: Stage): readonly CheckedStage[] | null => {
  switch (stage.kind) {
    case 'filter':
    case 'block':
      return [checkCondition(scope, stage)];
    case 'find':
    case 'wildfind':
      return [checkFind(scope, stage)];
    case 'limit':
      return [checkLimit(scope, stage)];
    case 'orderby':
      return [checkOrderby(scope, stage)];
    case 'dedupeby':
      return [checkDedupeby(scope, stage)];
    case 'choose':
      return [checkChoose(scope, stage)];
    case 'create':
      return [checkCreate(scope, stage)];
    case 'remove':
      return [checkRemove(scope, stage)];
    case 'groupby':
      return [checkGroupby(scope, stage)];
    case 'aggregate':
      return [checkAggregate(scope, stage)];
    case 'distinct':
      return [checkDistinct(scope, stage)];
    case 'count':
      return [checkCount(scope, stage)];
    case 'countby':
      return checkCountby(scope, stage);
    case 'top':
    case 'bottom':
      return checkTop(scope, stage);
    case 'source':
      error(scope, 'DP1003', 'expected another command, found a second `source`', stage.span);
      return null;
    case 'error':
      return null;
    case 'replace':
      return [checkReplace(scope, stage)];
    case 'move':
      return [checkMove(scope, stage)];
    case 'convert':
      return [checkConvert(scope, stage)];
    case 'redact':
      return [checkRedact(scope, stage)];
    case 'roundtime':
      return [checkRoundtime(scope, stage)];
    case 'explode':
      return [checkExplode(scope, stage)];
    case 'join':
      return checkJoin(scope, stage);
    case 'union':
      return checkUnion(scope, stage);
    case 'multigroupby':
      return checkMultigroupby(scope, stage);
    case 'extract':
      return checkExtract(scope, stage);
    case 'enrich':
      return checkEnrich(scope, stage);
    case 'stitch':
      return checkStitch(scope, stage);
    case 'lucene':
      return [checkLucene(scope, stage)];
  }
};

const checkStages = (
  start: Scope,
  stages: readonly Stage[],
): { readonly scope: Scope; readonly stages: readonly CheckedStage[] } => {
  let scope = start;
  const checked: CheckedStage[] = [];
  dpxl(scope, stages);
  for (const [index, stage] of stages.entries()) {
    collapsedGroups(scope, stage, stages[index + 1]);
    const result = checkStage(scope, stage);
    const shape = result?.at(-1)?.shape;
    if (result === null || shape === undefined) scope = { ...scope, blurred: true };
    else {
      checked.push(...result);
      // A row that names all its keys is known again, whatever came before.
      scope = { ...scope, shape, blurred: scope.blurred && shape.stored };
    }
  }
  return { scope, stages: checked };
};

const DATASET_UNKNOWN = 'unknown';

const startSession = (input: CheckInput, options: CheckOptions, dataset: string, hints: boolean): Session => {
  let columns = 0;
  let subqueries = 0;
  const tables = options.schema?.tables ?? null;
  const fieldsOf: Session['fieldsOf'] = (name) => tableFields(name, tables) ?? options.schema?.fields(name) ?? null;
  return {
    text: input.text,
    dataset,
    engine: engineFields(dataset),
    fields: fieldsOf(dataset),
    fieldsOf,
    tables,
    defaultDataset: options.defaultDataset ?? 'logs',
    nextSubquery: () => {
      subqueries += 1;
      return subqueries;
    },
    parameters: options.parameters ?? {},
    strictFields: options.strictFields === true,
    hints,
    nextColumn: () => {
      columns += 1;
      return columns;
    },
    diagnostics: [],
  };
};

const startScope = (session: Session): Scope => ({
  session,
  shape: { stored: true, slots: [] },
  place: 'row',
  blurred: session.dataset === DATASET_UNKNOWN,
  check: checkExpr,
  checkQuery: checkSubquery,
});

/** The source of a query and the stages after it. */
const splitSource = ({ stages }: Query): { readonly source: SourceStage | null; readonly rest: readonly Stage[] } => {
  const [first, ...others] = stages;
  return first?.kind === 'source' ? { source: first, rest: others } : { source: null, rest: stages };
};

const subqueriesMax = 10;

/** A query inside another. Its rows are its own; its columns and faults are numbered and told with all others. */
const checkSubquery = (outer: Scope, query: Query): CheckedSubquery | null => {
  const { session } = outer;
  if (session.nextSubquery() > subqueriesMax) {
    error(outer, 'DP4001', `more than ${subqueriesMax} queries inside a query are not supported yet`, query.span);
    return null;
  }
  const { source, rest } = splitSource(query);
  const dataset = source === null ? session.defaultDataset : checkDataset(outer, source);
  const own = dataset ?? DATASET_UNKNOWN;
  const start = startScope({ ...session, dataset: own, engine: engineFields(own), fields: session.fieldsOf(own) });
  const frame = source === null ? null : checkSourceFrame(start, source);
  const { scope, stages } = checkStages(start, rest);
  if (dataset === null) return null;
  const span = source?.span ?? query.span;
  return { query: { source: { dataset, frame, span }, stages, shape: scope.shape }, scope };
};

/** A query gone through to its end, whatever is wrong in it. `dataset` is null when the source names none there is. */
interface Walked {
  readonly session: Session;
  readonly source: SourceStage | null;
  readonly dataset: string | null;
  readonly frame: CheckedFrame | null;
  readonly scope: Scope;
  readonly stages: readonly CheckedStage[];
}

const walk = (input: CheckInput, options: CheckOptions, hints: boolean): Walked => {
  const { source, rest } = splitSource(input.query);
  const reported: Diagnostic[] = [];
  const early = startScope({ ...startSession(input, options, DATASET_UNKNOWN, hints), diagnostics: reported });
  const dataset = source === null ? (options.defaultDataset ?? 'logs') : checkDataset(early, source);
  const session = startSession(input, options, dataset ?? DATASET_UNKNOWN, hints);
  session.diagnostics.push(...reported);
  const start = startScope(session);
  const frame = source === null ? null : checkSourceFrame(start, source);
  return { session, source, dataset, frame, ...checkStages(start, rest) };
};

/** What an expression after the last stage can see: for tools that work on unfinished text. Never throws. */
export const scopeAfter = (input: CheckInput, options: CheckOptions = {}): Scope => walk(input, options, false).scope;

/** A keypath is read where it is named and where its value is: what is wrong with it is told once. */
const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const keyOf = ({ code, span, message }: Diagnostic): string => `${code} ${span.start} ${span.end} ${message}`;
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
};

/** Resolves names and types. Never throws for any query; `query` is there only when nothing is an error. */
export const check = (input: CheckInput, options: CheckOptions = {}): Checked => {
  const { session, source, dataset, frame, scope, stages } = walk(input, options, true);
  const { diagnostics: parsed, text } = input;
  const told = [...parsed, ...withoutConsequences(text, parsed, distinct(session.diagnostics))];
  const failed = [...parsed, ...session.diagnostics].some(({ severity }) => severity === 'error');
  const sorted = told.toSorted((a, b) => a.span.start - b.span.start);
  if (failed || dataset === null) return { query: null, diagnostics: sorted };
  const span = source?.span ?? input.query.span;
  return { query: { source: { dataset, frame, span }, stages, shape: scope.shape }, diagnostics: sorted };
};
