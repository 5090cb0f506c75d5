import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { countName } from './rules/count-name.ts';
import { isGroupable } from './rules/ranking.ts';
import { assume, conceptAt, markAt, namesField, roleField, type Scene } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

/** What is asked for, and the ranked things that it is asked of. */
interface Split {
  readonly asked: readonly number[];
  readonly ranked: readonly number[];
  /** Where the thing that is ranked stands. */
  readonly thing: number;
}

const LEADS = /^(?:of|in|for|from|on|at|within|by)$/i;
/** "how many errors did the busiest user have" */
const AUX = /^(?:did|does|do)$/i;
const DOES = /^(?:have|has|had|get|got|see|saw|make|made|log|logged|cause|caused|produce|produced|call|called)$/i;
const WHOSE = /^(?:their|its|his|her|the|show|list|give|me)$/i;
const SUBJECT = /^(?:severity|outcome|entity|stat|percentile|status|database|root-span)$/;
const pluralDefault = 10;

const kindAt = (scene: Scene, at: number): string => conceptAt(scene, at)?.kind ?? '';
const isAmount = (scene: Scene, at: number): boolean => markAt(scene, at)?.meaning.kind === 'amount';
const isFiller = (scene: Scene, at: number): boolean => kindAt(scene, at) === 'filler';
const isRank = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'cut' || (concept?.kind === 'superlative' && concept.by !== 'time');
};

const skip = (scene: Scene, from: number, passes: (at: number) => boolean): number => {
  let at = from;
  while (at < scene.marks.length && passes(at)) at += 1;
  return at;
};

/** "the 5 slowest services", "the top 3 users by errors", "the service with the most errors": where the thing stands; -1 without one. */
const rankedThingAt = (scene: Scene, from: number): number => {
  const start = skip(scene, from, (at) => isFiller(scene, at));
  const rank = skip(scene, start, (at) => isAmount(scene, at));
  if (isRank(scene, rank)) {
    const thing = skip(scene, rank + 1, (at) => isAmount(scene, at) || isFiller(scene, at));
    // "the top 3 users" says not by what.
    const bare = kindAt(scene, rank) === 'cut' && !/^(?:group|with)$/.test(kindAt(scene, thing + 1));
    return isGroupable(scene, thing) && !bare ? thing : -1;
  }
  const led = start > from && isGroupable(scene, rank) && kindAt(scene, rank + 1) === 'with';
  const most = skip(scene, rank + 2, (at) => isFiller(scene, at));
  return led && isRank(scene, most) ? rank : -1;
};

const isTime = (scene: Scene, at: number): boolean => markAt(scene, at)?.meaning.kind === 'time';
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);

const isFigure = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return (
    (concept?.kind === 'ratio' && concept.of !== 'any') ||
    markAt(scene, at)?.meaning.kind === 'message' ||
    (markAt(scene, at)?.meaning.kind === 'literal' && /^p\d/i.test(markAt(scene, at)?.text ?? ''))
  );
};

/** Whether the words ask for something: errors, a figure, things that are named. */
const asksFor = (scene: Scene, list: readonly number[], named: boolean): boolean =>
  list.some((at) => SUBJECT.test(kindAt(scene, at)) || isFigure(scene, at)) ||
  (named && list.some((at) => namesField(scene, at))) ||
  (list.some((at) => isRank(scene, at) || kindAt(scene, at) === 'common') &&
    list.some((at) => isGroupable(scene, at))) ||
  list.some((at) => isGroupable(scene, at) && markAt(scene, at)?.plural === true);

const splitOf = (scene: Scene): Split | null => {
  const size = scene.marks.length;
  for (const at of scene.marks.keys()) {
    const aux = AUX.test(markAt(scene, at)?.text ?? '');
    if (!aux && !LEADS.test(markAt(scene, at)?.text ?? '')) continue;
    const thing = rankedThingAt(scene, at + 1);
    if (thing < 0) continue;
    // "for the 5 slowest services show their errors"
    const comma = skip(scene, thing, (index) => markAt(scene, index)?.text !== ',' && kindAt(scene, index) !== 'list');
    const end = at === 0 ? comma : size;
    const rest = at === 0 ? range(comma + 1, size) : range(0, at);
    const last = range(thing, end).findLast(
      (index) => !isTime(scene, index) && !/^[?.!]$/.test(markAt(scene, index)?.text ?? ''),
    );
    const closes = (index: number): boolean => index === last && DOES.test(markAt(scene, index)?.text ?? '');
    const ranked = range(at + 1, end).filter((index) => !isTime(scene, index) && !closes(index));
    const times = range(at + 1, end).filter((index) => isTime(scene, index));
    const asked = rest.filter((index) => at > 0 || !WHOSE.test(markAt(scene, index)?.text ?? ''));
    if (aux && (last === undefined || (last !== thing && !closes(last)))) continue;
    // "latency of the users with the most errors": what ranks them is another figure.
    const named = kindAt(scene, thing + 1) === 'with';
    if (asksFor(scene, asked, named)) return { asked: [...asked, ...times], ranked, thing };
  }
  return null;
};

/** Of several things that are ranked a figure is told of each. */
const ofEach = (ir: QueryIR, key: FieldRef, several: boolean, name: string): QueryIR => {
  const plain = (ir.shape === 'table' && ir.keys.length === 0 && ir.overall.length === 0) || ir.shape === 'count';
  if (!several || !plain) return ir;
  const metrics = ir.metrics.length === 0 ? [{ kind: 'count', name } as const] : ir.metrics;
  const order = { by: 'column', name: metrics[0]?.name ?? name, direction: 'desc' } as const;
  return { ...ir, shape: 'table', keys: [{ kind: 'field', field: key }], metrics, order };
};

const sideOf = (input: Input, dataset: Dataset, list: readonly number[]): Reading =>
  compose({ ...input, dataset, marks: list.flatMap((at) => input.marks[at] ?? []), valueRank: 0, seed: null });

/** "error logs of the 5 slowest traces": the traces are those of spans, what is asked of them are logs. */
const datasetOf = (scene: Scene, { asked, thing }: Split): Dataset => {
  const log = asked.some((at) => {
    const concept = conceptAt(scene, at);
    return (
      (concept?.kind === 'entity' && concept.entity === 'log') ||
      (concept?.kind === 'severity' && /\blogs?$|\blines?$/i.test(markAt(scene, at)?.text ?? ''))
    );
  });
  return kindAt(scene, thing) === 'entity' && log ? 'logs' : scene.dataset;
};

const keyOf = (own: Reading, key: FieldRef, same: boolean): FieldRef | null =>
  same ? key : roleField(own.scene, 'trace');

const readIn = (input: Input, dataset: Dataset): Reading | null => {
  const whole = compose({ ...input, dataset, valueRank: 0 });
  const open: Scene = { ...whole.scene, taken: new Set() };
  const split = splitOf(open);
  if (split === null) return null;
  const asked = datasetOf(open, split);
  const [own, ranked] = [sideOf(input, asked, split.asked), sideOf(input, dataset, split.ranked)];
  const [key, ...more] = ranked.ir.keys;
  const isRanked = ranked.ir.shape === 'table' && ranked.ir.order?.by === 'column' && ranked.ir.perGroup === null;
  if (key?.kind !== 'field' || more.length > 0 || !isRanked || own.ir.related !== null) return null;
  if (own.scene.missing.length > 0 || ranked.scene.missing.length > 0 || ranked.ir.overall.length > 0) return null;
  const ownKey = keyOf(own, key.field, asked === dataset);
  if (ownKey === null) return null;
  const one = markAt(open, split.thing)?.plural !== true;
  const limit = ranked.ir.limit ?? (one ? 1 : pluralDefault);
  const ignored = new Set<Mark>([...ignoredMarks(own.scene), ...ignoredMarks(ranked.scene)]);
  const taken = new Set(input.marks.flatMap((mark, at) => (ignored.has(mark) ? [] : [at])));
  const assumptions = [...new Set([...own.scene.assumptions, ...ranked.scene.assumptions])];
  const doubt = own.scene.doubt * ranked.scene.doubt;
  const scene: Scene = { ...own.scene, marks: input.marks, taken, assumptions, doubt };
  if (ranked.ir.limit === null && !one) assume(scene, `the first ${pluralDefault} of the ranking are taken`, 0.9);
  const present: Pred = { kind: 'compare', field: key.field, op: '!=', value: { kind: 'null' } };
  // Among the first of a ranking an absent value would be one of them.
  const where = ranked.ir.limit === null ? [...ranked.ir.where, present] : ranked.ir.where;
  const related = { to: { ...ranked.ir, where, limit }, own: ownKey, other: key.field };
  return { ir: { ...ofEach(own.ir, ownKey, limit > 1, countName(own.scene)), related }, scene };
};

/** "spans of the trace with the most errors", "slowest route of the busiest service": what is asked is of what is ranked first. */
export const composeOfTheTop = (input: Input): readonly Reading[] => {
  const ranks = input.marks.some(
    ({ meaning }) => meaning.kind === 'concept' && /^(?:cut|superlative)$/.test(meaning.concept.kind),
  );
  return (['logs', 'spans'] as const).flatMap((dataset) => {
    const reading = ranks && input.index[dataset].records > 0 ? readIn(input, dataset) : null;
    return reading === null ? [] : [reading];
  });
};
