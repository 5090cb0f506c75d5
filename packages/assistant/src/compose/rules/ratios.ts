import type { Pred } from '../../ir/query-ir.ts';
import {
  addPred,
  assume,
  conceptAt,
  conceptsOf,
  type FoundPred,
  markAt,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { isDurationUnit } from '../units.ts';
import { isOfGroups } from './distinct-shares.ts';
import { outcomePred, spanError } from './filters.ts';
import { amountAt } from './having.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

/** What counts as an error: its severity, for spans their tag. */
const errorPred = (scene: Scene): Pred | null => {
  const field = roleField(scene, 'severity');
  return field === null
    ? spanError(scene)
    : { kind: 'compare', field, op: '==', value: { kind: 'severity', value: 'ERROR' } };
};

const ratioPart = (scene: Scene, of: 'error' | 'success' | 'failure'): Pred | null => {
  if (of === 'failure') return outcomePred(scene, true);
  if (of === 'success') return outcomePred(scene, false);
  if (roleField(scene, 'severity') !== null) assume(scene, 'error rate is the share of records of severity ERROR');
  return errorPred(scene);
};

const COPULA =
  /^(?:that |which )?(are|is|were|was|come|comes|came|belong|belongs|happen|happened|happens|originate|originates|coming|go|goes|went|hits?|reach|reaches|ends?|ended|ending)(?: from| to| of| in| with)?$/i;

/** "percentage of errors that are from payments": what is said of them is the part, they are the whole. */
const partSaid = (scene: Scene, whole: number): readonly FoundPred[] => {
  const next = nextContent(scene, whole + 1);
  // "share of errors with status 500": of the errors too.
  const having = conceptAt(scene, next)?.kind === 'with' && !/^without/i.test(markAt(scene, next)?.text ?? '');
  const copula = having ? next : scene.marks.findIndex((mark, at) => at > whole && COPULA.test(mark.text));
  return copula < 0 ? [] : scene.preds.filter((found) => found.at > copula);
};

const WHOSE = /^(?:service|app)$/;

/** "cache hit ratio per site": what is said right before the word is the part. */
const partBefore = (scene: Scene, ratio: number): readonly FoundPred[] =>
  /^(?:ratio|rate|share|percentage)s?$/i.test(markAt(scene, ratio)?.text ?? '')
    ? scene.preds.filter(
        ({ source, pred, at }) =>
          source === 'value' && pred.kind === 'compare' && pred.field.role === null && at === ratio - 1,
      )
    : [];

/** "share of sepa payments per city": what they are like is the part, and payments are the whole. */
const describedParts = (scene: Scene, start: number): readonly FoundPred[] => {
  // "fail rate of line 3": whatever the rate is said to be of.
  const before = partBefore(scene, start);
  if (before.length > 0) return before;
  const divided = scene.marks.findIndex(
    (_, at) => at > start && /^(?:group|each)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );
  const end = divided < 0 ? scene.marks.length : divided;
  const isSaid = ({ source, pred, at }: FoundPred): boolean =>
    source === 'value' && pred.kind === 'compare' && !WHOSE.test(pred.field.role ?? '') && at > start && at < end;
  const found = scene.preds.filter(isSaid);
  return found.length === 1 ? found : [];
};

/** The whole is of records that tell it: those of services without it are no other part. */
const present = (pred: Pred): Pred =>
  pred.kind === 'compare' ? { ...pred, op: '!=', value: { kind: 'null' } } : { kind: 'not', pred };

/** Groups against the whole: each count beside its share of all. */
const shareOfTotal = (scene: Scene): void => {
  scene.counted = true;
  scene.share = true;
  assume(scene, 'the share of each group is of all that is counted', 0.95);
};

/** "which region has the largest share of errors", "top 5 by share of errors", "what share of errors does each have". */
const isLargest = (scene: Scene, ratio: number): boolean => {
  if (
    !/^(?:the |what |which )?(?:share|part|portion|fraction|percentage|proportion)\b/i.test(
      markAt(scene, ratio)?.text ?? '',
    )
  )
    return false;
  const before = nextContent(scene, ratio - 1, -1);
  const [ranks, next] = [conceptAt(scene, before), markAt(scene, nextContent(scene, ratio + 1))];
  const ranked = ranks?.kind === 'superlative' || (ranks?.kind === 'group' && conceptsOf(scene, 'cut').length > 0);
  const each =
    /^(?:each|every)$/i.test(next?.text ?? '') &&
    /\b(?:have|has|cause|causes|get|make)\b/i.test(scene.marks.at(-1)?.text ?? '');
  return ranked || each;
};

/** "share of errors that come from checkout" speaks of the errors; "error rate" of all records. */
const readNamedShare = (scene: Scene, at: number, of: 'error' | 'success' | 'failure'): boolean => {
  if (!/^(what |which )?(percentage|percent|share|fraction|proportion|%)/i.test(markAt(scene, at)?.text ?? ''))
    return false;
  const total = isShareOfTotal(scene, at) || isLargest(scene, at);
  const parts = total ? [] : partSaid(scene, at);
  const whole = !total && parts.length === 0 ? null : of === 'error' ? errorPred(scene) : ratioPart(scene, of);
  if (whole === null) return false;
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
  addPred(scene, 'outcome', whole, at);
  const preds = parts.map((found) => found.pred);
  const [only] = preds;
  if (total || only === undefined) shareOfTotal(scene);
  else addMetric(scene, { kind: 'ratio', part: preds.length === 1 ? only : { kind: 'and', preds }, name: 'share' });
  return true;
};

const SPREAD = /^(spread|distributed|distribution|split|divided|shared|repartition)\b/i;

/** "percentage of errors per region of the total", "as a share of all errors". */
const OF_ALL = /\b(of the (total|whole)|(share|percentage|fraction|part|percent) of (all|the total)|of all of them)\b/i;

/** "how are the errors spread over the regions, in percent": the parts make up the whole. */
const isSpread = (scene: Scene): boolean =>
  (scene.keys.some((key) => key.kind === 'field') || scene.marks.some((_, at) => isGroupable(scene, at))) &&
  (scene.marks.some((mark) => SPREAD.test(mark.text)) || OF_ALL.test(scene.marks.map(({ text }) => text).join(' ')));

/** "what share of the warnings does each service have": of all warnings, and not of what the service has logged. */
const eachHas = (scene: Scene, ratio: number): boolean => {
  const each = scene.marks.findIndex((mark, at) => at > ratio && /\b(each|every)\b/i.test(mark.text));
  const said = scene.preds.some((found) => found.at > ratio && found.at < each);
  const has = scene.marks.some(
    (mark, at) =>
      at > each && /^(have|has|got|get|gets|cause|causes|produce|produces|account for|accounts for)$/i.test(mark.text),
  );
  return each >= 0 && said && has && scene.keys.some((key) => key.kind === 'field');
};

/** "what share of errors comes from each service", "share of each service in errors": groups against the whole. */
const isShareOfTotal = (scene: Scene, ratio: number): boolean => {
  if (isSpread(scene) || eachHas(scene, ratio)) return true;
  // "the error share of each", "bounce rate of each letter": what has errors is the whole.
  if (/^(severity|outcome)$/.test(conceptAt(scene, ratio - 1)?.kind ?? '')) return false;
  if (partBefore(scene, ratio).length > 0) return false;
  const each = scene.marks.findIndex((mark, at) => at > ratio && /\b(each|every)\b/i.test(mark.text));
  if (each < 0 || scene.keys.length === 0) return false;
  // "comes back as 4xx" says how it ended, and not where it is from.
  const between = scene.marks
    .slice(ratio + 1, each)
    .map((mark, at, all) => (/^back$/i.test(all[at + 1]?.text ?? '') ? 'back' : mark.text));
  const from = /^(from|of)\b/i.test(scene.marks[each]?.text ?? '');
  return (
    between.some((text) =>
      /^(come|comes|came|caused|due to|from|contribute|contributes|belong|belongs)$/i.test(text),
    ) ||
    (from && between.every((text) => text.length < 3)) ||
    /^from/i.test(scene.marks[each]?.text ?? '')
  );
};

/** "in percent", "as a percentage": how a share is shown. */
const isUnit = (scene: Scene, at: number): boolean => /^(?:in|as|%|percent$)/i.test(markAt(scene, at)?.text ?? '');

/** "how much of the errors is X, in percent": what is shared begins at the number that is asked for. */
const shareStart = (scene: Scene, ratio: number): number => {
  if (!isUnit(scene, ratio)) return ratio;
  const asked = conceptsOf(scene, 'count').find(
    (at) => at < ratio && /^how (?:much|many)$/i.test(markAt(scene, at)?.text ?? ''),
  );
  return asked ?? ratio;
};

/** "success rate (status 200)": what is counted as one, for a filter would leave nothing else. */
const statusSaid = (scene: Scene): Pred | null => {
  const said = scene.preds.filter(({ source }) => source === 'status');
  const [only] = said;
  if (said.length !== 1 || only === undefined) return null;
  scene.preds.splice(scene.preds.indexOf(only), 1);
  return only.pred;
};

/** "share of deliveries that took longer than 45 minutes": what is bounded is the part, and what was said before it the whole. */
const boundsOf = (movable: readonly FoundPred[]): readonly FoundPred[] => {
  const bounds = movable.filter(({ source }) => source === 'threshold');
  const first = Math.min(...bounds.map(({ at }) => at));
  const isWhole = ({ source, at }: FoundPred): boolean => source === 'threshold' || (source === 'text' && at < first);
  return bounds.length < movable.length && movable.every(isWhole) ? bounds : [];
};

/** "below 500 ms and not failing": how long records took, which no share can be. */
const isTimeBound = (scene: Scene, comparator: number): boolean =>
  isDurationUnit(amountAt(scene, nextContent(scene, comparator + 1))?.unit ?? null);

/** A bound that is still to be read, behind words that say of what, or beside others: it is the part. */
const boundAhead = (scene: Scene, movable: readonly FoundPred[]): boolean =>
  movable.length > 0 &&
  conceptsOf(scene, 'comparator').some(
    (at) =>
      !scene.taken.has(at) &&
      (isTimeBound(scene, at) || movable.every((found) => found.source === 'text' && found.at < at)),
  );
const isFlag = ({ pred }: FoundPred): boolean => pred.kind === 'compare' && pred.field.type === 'bool';

/** "declined authorizations": what they are like stands right before them. */
const isDescribed = (scene: Scene, { at }: FoundPred): boolean =>
  scene.preds.some(
    ({ source, pred, at: before }) =>
      source === 'value' && pred.kind === 'compare' && pred.field.role === null && before === at - 1,
  );

/**
 * "what share of letters is sent late": that they are sent is said of the whole, and late is the part. "share of declined
 * authorizations": authorizations are the whole.
 */
const saysWhole = (scene: Scene, found: FoundPred, start: number, all: readonly FoundPred[]): boolean =>
  found.source === 'text' &&
  found.at > start &&
  (isDescribed(scene, found) || all.some((other) => isFlag(other) && other.at > found.at));

/** `error rate`, `success rate`; `percentage of 5xx` takes what it is a share of out of the filter. */
const readRatios = (scene: Scene, last: boolean): void => {
  for (const at of conceptsOf(scene, 'ratio')) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'ratio' || scene.taken.has(at) || (!last && isOfGroups(scene, at))) continue;
    take(scene, at);
    if (isUnit(scene, at) && conceptsOf(scene, 'ratio').some((other) => other < at)) continue;
    const start = shareStart(scene, at);
    take(scene, start);
    const outcomes = scene.preds
      .filter((found) => /^(severity|status|outcome|text|threshold)$/.test(found.source))
      .filter((found, _, all) => !saysWhole(scene, found, start, all));
    const movable = outcomes.length > 0 ? outcomes : scene.preds.filter((found) => found.source === 'presence');
    if (concept.of !== 'any' && !readNamedShare(scene, at, concept.of)) {
      const part = statusSaid(scene) ?? ratioPart(scene, concept.of);
      const name = `${concept.of}_rate`;
      if (part === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'metric' });
      else addMetric(scene, { kind: 'ratio', part, name });
      continue;
    }
    if (concept.of !== 'any') continue;
    if (isShareOfTotal(scene, at)) {
      shareOfTotal(scene);
      continue;
    }
    if (!last && boundAhead(scene, movable)) {
      scene.taken.delete(at);
      continue;
    }
    const whole = scene.preds.filter((found) => found.at > start).toSorted((a, b) => a.at - b.at)[0];
    const said = partSaid(scene, movable.length === 0 ? start : (whole?.at ?? scene.marks.length));
    // "parts with a fail rate above 20%": what it is the rate of is known before the bound is read.
    const isKnown = last || partBefore(scene, start).length > 0;
    const described = !isKnown || said.length > 0 || movable.length > 0 ? [] : describedParts(scene, start);
    const bounds = boundsOf(movable);
    const parts = said.length > 0 ? said : bounds.length > 0 ? bounds : movable.length > 0 ? movable : described;
    for (const { pred } of described) addPred(scene, 'presence', present(pred), -1);
    const preds = parts.map((found) => found.pred);
    const [only] = preds;
    if (only === undefined) {
      // A rate per minute is a count of each minute; what a share is of may be said by a comparison yet to be read.
      if (scene.bucket !== null) scene.counted = true;
      else if (last && scene.keys.length > 0) shareOfTotal(scene);
      else if (last) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'metric' });
      else scene.taken.delete(at);
      continue;
    }
    scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
    addMetric(scene, { kind: 'ratio', part: preds.length === 1 ? only : { kind: 'and', preds }, name: 'rate' });
  }
};

/** "of the total" adds nothing up: the total is the whole that shares are of. */
export const totals = (scene: Scene): void => {
  const total = scene.marks.findIndex(
    (mark, at) => /^(the )?total$/i.test(mark.text) && /^(of|out of|the|to)$/i.test(markAt(scene, at - 1)?.text ?? ''),
  );
  const group = scene.marks.findIndex((_, at) => at > total && conceptAt(scene, at)?.kind === 'group');
  const rest = scene.marks.slice(total + 1, group < 0 ? undefined : group);
  const closes = total >= 0 && rest.every(({ meaning }) => /^(punctuation|time)$/.test(meaning.kind));
  if (closes && conceptsOf(scene, 'ratio').length > 0) take(scene, total);
};

export const ratios = (scene: Scene): void => readRatios(scene, false);
export const lateRatios = (scene: Scene): void => readRatios(scene, true);
