import { deedStem, type EventCode } from '../../catalog/event-codes.ts';
import { GAP, isDeed } from '../../catalog/vocabulary.ts';
import { sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import type { Concept } from '../../lexicon/concept.ts';
import { conceptOf } from '../../lexicon/lexicon.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isNumeric,
  linksAt,
  markAt,
  namesField,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric } from './metrics.ts';

const DEEDS = 'placed created registered booked submitted issued received requested recorded'.split(' ');
/** Where none of these is told, what makes a thing be there as well: a comment is posted, a star added. */
const MORE_DEEDS = 'added posted published written filed'.split(' ');
/** What was tried and went well; where messages tell of failures too, both are meant. */
const WENT_WELL = 'succeeded'.split(' ');
const WENT_WRONG = 'failed rejected denied refused failure'.split(' ');
/** "clock-ins" are one thing in two words. */
const WORD = /^\p{L}[\p{L}-]{3,}$/u;
const presenceMin = 0.5;
/** A code that is read so is as good as a value that is named. */
const SURE = 0.95;
/** What stands in the data just so; above the first word of a longer name. */
const nameScoreMin = 0.8;
/** What makes a thing be there, of all that happens to it. */
const BEGINS = /^(?:start|creat|register|open|plac|book|submit|issu|receiv|request)/;

/** Where a field has them for most records; a few templates are named like events, and tell of mails. */
const codesOf = (scene: Scene): readonly EventCode[] => {
  const common = scene.data.fields.filter(({ source }) => source.presence >= presenceMin).map(({ ref }) => ref);
  return [...scene.index.eventCodes.values()]
    .flat()
    .filter(({ dataset, field }) => dataset === scene.dataset && common.some((ref) => sameField(ref, field)));
};

/** "adoptions that were called off": they are not those that were asked for, even where nothing tells which were. */
const hasDeed = (scene: Scene, at: number): boolean =>
  [1, 2, 3].some((step) => {
    const mark = markAt(scene, at + step);
    return mark?.meaning.kind === 'unknown' && isDeed(mark.text);
  });

/** "which learner submitted the most quizzes": the thing of a code that is found already. */
const isToldOf = (scene: Scene, codes: readonly EventCode[], at: number): boolean => {
  const thing = wordForm(joinedForm(markAt(scene, at)?.text ?? ''));
  const own = codes.filter((code) => code.thing === thing).map(({ value }) => value);
  return scene.marks.some((_, index) => index !== at && linksAt(scene, index).some(({ value }) => own.includes(value)));
};

/** Whether something else of the question says what happened. */
const saysDeed = (scene: Scene, codes: readonly EventCode[], at: number): boolean =>
  scene.marks.some((mark, index) => {
    if (index === at) return false;
    const { kind } = mark.meaning;
    // "deleted stories" are those that `edit.action` tells, and none of "story published".
    const isCode = linksAt(scene, index).some(
      ({ value }) => codes.some((code) => code.value === value) || (/^\p{Ll}+$/u.test(value) && isDeed(value)),
    );
    return isCode || kind === 'message' || conceptAt(scene, index)?.kind === 'outcome';
  });

/** "enrolments" are what `enrolment.created` tells, "refunds" what `payment.refunded` does: the one code there is. */
const codeFor = (codes: readonly EventCode[], word: string): EventCode | null => {
  const thing = wordForm(joinedForm(word));
  const begun = codes.filter((code) => code.thing === thing && BEGINS.test(code.deed));
  const done = codes.filter((code) => code.deed === deedStem(word));
  const [only, ...others] = begun.length > 0 ? begun : done;
  return only !== undefined && others.length === 0 ? only : null;
};

interface Told {
  readonly pred: Pred;
  /** How the data has it. */
  readonly as: string;
}

const toldByCode = (codes: readonly EventCode[], word: string): Told | null => {
  const code = codeFor(codes, word);
  if (code === null) return null;
  const { field, value } = code;
  return { pred: { kind: 'compare', field, op: '==', value: { kind: 'text', value } }, as: value };
};

/** "how many", "per day", "most", "more than 3": what is said is a number of them. */
const isCounted = (scene: Scene, at: number): boolean =>
  markAt(scene, at - 1)?.meaning.kind === 'amount' ||
  scene.marks.some((mark, index) => {
    const concept = conceptAt(scene, index);
    const isBucket = mark.meaning.kind === 'time' && /^(?:bucket|cyclic)$/.test(mark.meaning.time.kind);
    // "what percentage of clock-ins", which nothing else is called.
    const isShared = concept?.kind === 'ratio' && markAt(scene, at)?.meaning.kind === 'unknown';
    return (
      isBucket || isShared || /^(?:count|group|volume|versus|compare)$/.test(concept?.kind ?? '') || isMost(concept)
    );
  });

const isMost = (concept: Concept | null): boolean => concept?.kind === 'superlative' && concept.by === 'metric';

const wordForms = (phrase: string): string => phrase.split(' ').map(wordForm).join(' ');

/** "orders per day" where messages say "order placed": these are counted. Where things are listed all of them are meant. */
const toldByMessage = (scene: Scene, word: string, at: number): Told | null => {
  const things = new Set([wordForm(joinedForm(word)), wordForm(word.toLowerCase()).replaceAll('-', ' ')]);
  const said = (deeds: readonly string[]): readonly string[] =>
    [...things].flatMap((thing) =>
      deeds.flatMap((deed) => scene.data.vocabulary.phrases.get(`${thing} ${wordForm(deed)}`) ?? []),
    );
  // "photo added to album" is no photo that came.
  const whole = (deeds: readonly string[]): readonly string[] =>
    said(deeds).filter((phrase) => scene.data.vocabulary.lines.includes(` ${wordForms(phrase)} `));
  const tried = said(WENT_WRONG).length > 0 ? [] : whole(WENT_WELL);
  const [only, ...others] = [said(DEEDS), whole(MORE_DEEDS), tried].find((found) => found.length > 0) ?? [];
  if (only === undefined || others.length > 0 || !isCounted(scene, at)) return null;
  return { pred: saidIn(scene, 'phrase', only), as: only.replace(` ${GAP}`, '') };
};

/** "messages" and "requests" are of all kinds, and a service may be called so: "the events of subscriptions". */
const meansOther = (scene: Scene, at: number): boolean =>
  !/^(?:none|filler)$/.test(conceptOf(wordForm(markAt(scene, at)?.text ?? ''))?.kind ?? 'none') ||
  linksAt(scene, at).some(({ score }) => score > nameScoreMin);

/** "top 5 cities by bookings": they are ranked by how many there are. */
const isRankedBy = (scene: Scene, at: number): boolean =>
  /^by$/i.test(markAt(scene, at - 1)?.text ?? '') &&
  scene.marks.some((_, index) => index < at && conceptAt(scene, index)?.kind === 'cut');

/** These name the things themselves: "per order", "which refunds", "different orders". */
const isThing = (scene: Scene, at: number): boolean =>
  !isRankedBy(scene, at) &&
  (/^(?:group|which|distinct)$/.test(conceptAt(scene, at - 1)?.kind ?? '') ||
    /^(?:per|by|each|of each)$/i.test(markAt(scene, at - 1)?.text ?? ''));

/** What tells of the things that a mark names by itself; null where nothing does. */
export const toldOf = (scene: Scene, at: number): Told | null => {
  const text = markAt(scene, at)?.text ?? '';
  if (scene.taken.has(at) || !WORD.test(text) || meansOther(scene, at)) return null;
  return toldByCode(codesOf(scene), text) ?? toldByMessage(scene, text, at);
};

/** "couriers with more than 5 orders": so many that have an id of their own, whatever is told of each. */
const isOfEach = (scene: Scene, at: number): boolean => {
  const bounded = conceptAt(scene, at - 2)?.kind === 'comparator' && markAt(scene, at - 1)?.meaning.kind === 'amount';
  const field = markAt(scene, at)?.meaning.kind === 'field' ? fieldAt(scene, at) : null;
  const isId = field !== null && !isNumeric(field) && field.role === null;
  return bounded && isId && scene.marks.some((_, index) => index < at - 2 && namesField(scene, index));
};

/** "who published the most stories", "deleted stories": what was done to them is a value already, and "story deleted" is said too. */
const isDoneSo = (scene: Scene, phrase: string): boolean => {
  const thing = phrase.split(' ').slice(0, -1).join(' ');
  return scene.marks.some((_, at) =>
    linksAt(scene, at).some(({ value }) => scene.data.vocabulary.phrases.has(`${thing} ${value}`)),
  );
};

/** "how many enrolments this week", "refunds of the last 7 days": each is the event that brought it about. */
export const bareEvents = (scene: Scene): void => {
  const codes = codesOf(scene);
  for (const [at, { text, plural }] of scene.marks.entries()) {
    if (!plural || scene.taken.has(at) || !WORD.test(text) || isThing(scene, at)) continue;
    if (meansOther(scene, at) || hasDeed(scene, at) || isOfEach(scene, at)) continue;
    if (isToldOf(scene, codes, at)) take(scene, at);
    const told = toldByCode(codes, text) ?? toldByMessage(scene, text, at);
    if (told === null) continue;
    if (isDoneSo(scene, told.as)) {
      take(scene, at);
      return;
    }
    if (saysDeed(scene, codes, at)) continue;
    take(scene, at);
    if (isRankedBy(scene, at)) {
      take(scene, at - 1);
      addMetric(scene, { kind: 'count', name: 'count' });
    }
    scene.valueScores.push(SURE);
    addPred(scene, 'value', told.pred, at);
    assume(scene, `"${text}" are those told by "${told.as}"`, 0.95);
    return;
  }
};
