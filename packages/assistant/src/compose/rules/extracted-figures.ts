import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Metric, StatFn } from '../../ir/query-ir.ts';
import { fieldSaying } from '../said-in.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  type Scene,
  take,
} from '../scene.ts';
import { addMetric, percentileMetric, statMetric } from './metrics.ts';

const PLACEHOLDER = /(?:\b(?:n+|x+|num|number|y)\b|<[^>]*>|\{[^}]*\}|\.{2,}|…|\*|#+|_{2,}|\b\d+(?:\.\d+)?\b)/i;
/** What a regular expression takes as it stands. */
const PLAIN = /^[\w ,:=-]{2,60}$/;
const UNIT_WORDS: Readonly<Record<string, RegExp>> = {
  ms: /^(ms|millis|milliseconds?|delays?|waits?|pauses?|times?|how long)$/i,
  s: /^(s|secs?|seconds?|delays?|waits?|pauses?|times?|how long)$/i,
};

/** "attempt 3 of 5": such a word says nothing of the number before it. */
const LINKS = /^(of|in|on|at|to|for|from|and|or|with|by|after|per)$/i;

/** A number in a text: what stands before it, and what it is called by the word after it or before. */
interface NumberIn {
  readonly before: string;
  readonly called: string;
  /** Whether the text said where the number is. */
  readonly shown: boolean;
  /** "after N retries": what stands before says little, so what stands behind belongs to it. */
  readonly behind: string | null;
}

const samplesOf = (scene: Scene, message: FieldRef): readonly string[] => {
  const source = scene.data.fields.find((entry) => sameField(entry.ref, message))?.source;
  const templates = (source?.patterns ?? []).map(({ pattern }) => pattern.replaceAll('<*>', '1'));
  return [...(source?.values ?? []).map(({ value }) => value), ...(source?.examples ?? []), ...templates];
};

const ELLIPSIS = /^(?:\.{2,}|…|\*)$/;

const wordAfter = (text: string, place: RegExpExecArray): string =>
  /^\s*([a-z]+)/i.exec(text.slice(place.index + place[0].length))?.[1]?.toLowerCase() ?? '';

/**
 * "match ... ended after N minutes": the number is at the N, and what was left out before it is none. Of several numbers
 * that one is meant which the question names: "resized 3 scans in 340 ms", "the average of that time".
 */
const placeOf = (
  text: string,
  isNamed: (called: string) => boolean,
): { readonly from: number; readonly place: RegExpExecArray | null } => {
  const places = [...text.matchAll(new RegExp(PLACEHOLDER, 'gi'))];
  const named = places.findIndex((place) => isNamed(wordAfter(text, place)));
  const first = places.findIndex(([said]) => !ELLIPSIS.test(said));
  const at = Math.max(0, named < 0 ? first : named);
  const before = places[at - 1];
  return { from: before === undefined ? 0 : before.index + before[0].length, place: places[at] ?? null };
};

const numberIn = (
  scene: Scene,
  message: FieldRef,
  text: string,
  { from, place }: ReturnType<typeof placeOf>,
  isNamed: (called: string) => boolean,
): NumberIn | null => {
  const before = (place === null ? text : text.slice(from, place.index)).trim();
  if (!PLAIN.test(before)) return null;
  const shown = place !== null && !/\d/.test(place[0]);
  const known = new RegExp(`${before}\\s*\\d+(?:\\.\\d+)?\\s*([a-z]+)?`, 'i');
  const sample = samplesOf(scene, message)
    .map((said) => known.exec(said))
    .find((match) => match !== null);
  // Where the text shows the place of the number, or the question names it, no message has to be known.
  const next = place === null ? '' : wordAfter(text, place);
  if (sample === undefined && !shown && !isNamed(next)) return null;
  const after = [sample?.[1], next].find((word) => word !== undefined && word !== '' && !LINKS.test(word));
  const called = (after ?? before.split(/[\s:=]+/).at(-1) ?? '').toLowerCase();
  return /^[a-z]\w*$/.test(called)
    ? { before, called, shown, behind: shown && LINKS.test(before) && next !== '' ? next : null }
    : null;
};

export const figureAt = (scene: Scene, at: number): StatFn | number | null => {
  const concept = conceptAt(scene, at);
  const mark = markAt(scene, at);
  if (scene.taken.has(at)) return null;
  if (mark?.meaning.kind === 'literal' && mark.meaning.token.kind === 'percentile') return mark.meaning.token.p;
  if (concept?.kind === 'percentile') return concept.p;
  if (concept?.kind === 'stat') return concept.fn;
  if (concept?.kind === 'superlative' && concept.by !== 'time')
    return concept.descending === (concept.by === 'metric' || /long|slow/i.test(mark?.text ?? '')) ? 'max' : 'min';
  return /^in total$/i.test(mark?.text ?? '') ? 'sum' : null;
};

const isCalled = (called: string, text: string): boolean =>
  (UNIT_WORDS[called] ?? new RegExp(`^${called}s?$`, 'i')).test(text);

/** "how many readings were stored? the number is in "stored 312 readings"": as many as the messages tell together. */
const countedIn = (scene: Scene, called: string): number =>
  scene.marks.findIndex((_, at) => {
    if (conceptAt(scene, at)?.kind !== 'count' || scene.taken.has(at)) return false;
    const next = nextContent(scene, at + 1);
    const [noun = ''] = (markAt(scene, next)?.text ?? '').split(/\s+/);
    const { kind } = markAt(scene, next)?.meaning ?? { kind: 'unknown' };
    return kind !== 'literal' && isCalled(called, noun);
  });

/** "the number is in the message": says again where to look. */
const saysWhere = (scene: Scene, at: number): boolean =>
  /^(?:messages?|lines?|text|logs?|log lines?|log messages?|(?:the )?(?:numbers?|counts?|amounts?))$/i.test(
    markAt(scene, at)?.text ?? '',
  );

/** "lines", "messages" after what they say. */
const nounsAfter = (scene: Scene, quote: number): readonly number[] =>
  [quote + 1, quote + 2].filter((at) =>
    /^(\)|lines?|messages?|logs?|entries|records?)$/i.test(markAt(scene, at)?.text ?? ''),
  );

/** Words that only name the number again: "retry delays", "the milliseconds". */
const saysIt = (scene: Scene, at: number): boolean => {
  const kind = markAt(scene, at)?.meaning.kind ?? '';
  const concept = conceptAt(scene, at)?.kind ?? '';
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  return (
    /^(unknown|message|punctuation)$/.test(kind) ||
    /^(symptom|count|filler)$/.test(concept) ||
    (field !== null && isNumeric(field)) ||
    (concept === 'role' && /^(waits?|delays?|time|duration|durations)$/i.test(markAt(scene, at)?.text ?? ''))
  );
};

/** "sum of the delays in "retrying in N ms" per service": a figure of a number that only messages tell. */
export const extractedFigures = (scene: Scene): void => {
  const stat = scene.marks.findIndex((_, at) => figureAt(scene, at) !== null);
  const quote = scene.marks.findIndex(
    ({ meaning }) => meaning.kind === 'literal' && meaning.token.kind === 'quoted' && meaning.token.value.trim() !== '',
  );
  const meaning = markAt(scene, quote)?.meaning;
  if (meaning?.kind !== 'literal' || meaning.token.kind !== 'quoted') return;
  const { value: said } = meaning.token;
  const isNamed = (called: string): boolean =>
    called !== '' && scene.marks.some((mark, at) => at !== quote && isCalled(called, mark.text));
  const spot = placeOf(said, isNamed);
  const { from: start, place } = spot;
  const message = fieldSaying(scene, said.slice(start, place?.index).trim());
  if (message === null) return;
  const found = numberIn(scene, message, said, spot, isNamed);
  const summed = stat < 0 && found !== null && place !== null ? countedIn(scene, found.called) : -1;
  const figure = stat < 0 ? summed : stat;
  const fn = summed < 0 ? figureAt(scene, stat) : 'sum';
  if (fn === null) return;
  const named = found !== null && isNamed(found.called);
  // "max number of "listening on port" lines per hour" counts lines; it names no number of theirs.
  if (found === null || !(found.shown || named || summed >= 0) || scene.extract !== null) return;
  const [from, to] = [Math.min(figure, quote), Math.max(figure, quote)];
  // "by the lines that say …" groups by nothing; "per meter" does.
  const group = scene.marks.findIndex(
    (_, at) =>
      at > from &&
      at < quote &&
      conceptAt(scene, at)?.kind === 'group' &&
      !namesField(scene, nextContent(scene, at + 1)),
  );
  const between = scene.marks.flatMap((_, at) =>
    at > from && at < to && (saysIt(scene, at) || at === group || (summed >= 0 && saysWhere(scene, at))) ? [at] : [],
  );
  const lead = scene.marks.flatMap((_, at) => (at < from && saysIt(scene, at) ? [at] : []));
  take(scene, figure, quote, ...between, ...lead, ...nounsAfter(scene, quote));
  const unit = found.called === 'ms' || found.called === 's' ? found.called : null;
  const field: FieldRef = {
    root: 'd',
    path: ['found', found.called],
    type: 'number',
    cast: 'number',
    unit,
    role: null,
  };
  scene.extract = {
    from: message,
    into: 'found',
    pattern: `${found.before}\\s*(?<${found.called}>\\d+(?:\\.\\d+)?)${found.behind === null ? '' : `\\s*${found.behind}`}`,
  };
  const looked = found.behind ?? found.before;
  addPred(scene, 'text', { kind: 'text', field: message, mode: 'phrase', text: looked }, quote);
  const metric: Metric = typeof fn === 'number' ? percentileMetric(fn, field) : statMetric(fn, field);
  addMetric(scene, metric);
  assume(scene, `${found.called} is the number after "${found.before}"`, 0.95);
};
