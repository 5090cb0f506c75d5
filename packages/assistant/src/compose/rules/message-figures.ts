import type { StatFn } from '../../ir/query-ir.ts';
import { textIn } from '../said-in.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isGap,
  isNumeric,
  linksAt,
  markAt,
  namesField,
  type Scene,
  take,
} from '../scene.ts';
import { figureAt } from './extracted-figures.ts';
import { addMetric, percentileMetric, statMetric } from './metrics.ts';
import { type NumberedMessage, numberedMessages, stemWord } from './numbered-messages.ts';

/** Units as people say them. */
const UNITS: Readonly<Record<string, RegExp>> = {
  ms: /^(?:ms|millis|milliseconds?)$/i,
  s: /^(?:s|secs?|seconds?)$/i,
  min: /^(?:min|mins|minutes?)$/i,
  minutes: /^(?:min|mins|minutes?)$/i,
  h: /^(?:h|hrs?|hours?)$/i,
  hours: /^(?:h|hrs?|hours?)$/i,
  days: /^(?:d|days?)$/i,
  mb: /^(?:mb|megabytes?)$/i,
  kb: /^(?:kb|kilobytes?)$/i,
  gb: /^(?:gb|gigabytes?)$/i,
  percent: /^(?:percent|%)$/i,
};
/** Words for a time that is not called a latency: of what it is, the rest of the question says. */
const TIME =
  /^(?:waits?|waited|waiting|delays?|delayed|pauses?|time|age|long|how long|late|takes?|took|taken|lasts?|lasted)$/i;
const ASIDE = /^(?:ahead|in advance|in the future|long|away|they|their|them|take|takes|took)$/i;

const isCalled = (called: string, word: string): boolean =>
  UNITS[called]?.test(word) ?? stemWord(word) === stemWord(called);

/** The words of a mark; `hotel-search` is a name, and says neither. */
const wordsAt = (scene: Scene, at: number): readonly string[] => {
  const { text, meaning } = markAt(scene, at) ?? { text: '', meaning: { kind: 'unknown' } };
  return meaning.kind === 'value' && /[^\p{L}\s]/u.test(text) ? [] : text.split(/[^\p{L}%]+/u);
};

/** A time can be shown in another unit than it is told in. */
const canShow = (called: string, word: string): boolean =>
  (called === 'ms' || called === 's' ? [UNITS.ms, UNITS.s] : [UNITS[called]]).some((form) => form?.test(word));

const isIn = (scene: Scene, at: number): boolean => /^in$/i.test(markAt(scene, at)?.text ?? '');

/** The word before a mark that carries something. */
const leadOf = (scene: Scene, at: number): string => {
  let before = at - 1;
  while (before >= 0 && isGap(scene, before)) before -= 1;
  return markAt(scene, before)?.text ?? '';
};

/** Whether a mark can be what a number of the messages is called, and is no number that records have themselves. */
const canName = (scene: Scene, at: number): boolean => {
  const mark = markAt(scene, at);
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  if (mark === undefined || scene.taken.has(at) || mark.meaning.kind === 'time') return false;
  // "p95 of payments" is of what is called so, "average number of payments" of how many they are.
  const isName = mark.meaning.kind === 'value' && mark.meaning.links.some(({ guessed }) => !guessed);
  if (isName && !/^(?:how many|numbers? of|count of)$/i.test(leadOf(scene, at))) return false;
  return field === null || !isNumeric(field);
};

const passes = (scene: Scene, at: number): boolean => isGap(scene, at) || conceptAt(scene, at)?.kind === 'count';

/** The mark that names the number: after the figure, after "how many", or as the unit after "in". */
const namedAt = (scene: Scene, figure: number, { called, led }: NumberedMessage): number => {
  const starts = [figure, ...scene.marks.flatMap((_, at) => (conceptAt(scene, at)?.kind === 'count' ? [at] : []))];
  for (const start of led ? [figure] : starts) {
    let at = start + 1;
    while (at < scene.marks.length && passes(scene, at)) at += 1;
    if (canName(scene, at) && wordsAt(scene, at).some((word) => isCalled(called, word))) return at;
  }
  const asked = scene.marks.findIndex((mark, at) => canShow(called, mark.text) && isIn(scene, at - 1));
  return led ? -1 : asked;
};

/** Whether the question speaks of a number that records have: its latency, its amount. */
const saysOwnNumber = (scene: Scene): boolean =>
  scene.marks.some((mark, at) => {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    const concept = conceptAt(scene, at);
    const timed = concept?.kind === 'role' && concept.role === 'duration';
    return ((field !== null && isNumeric(field) && field.role !== 'status') || timed) && !TIME.test(mark.text);
  });

interface Match {
  readonly message: NumberedMessage;
  readonly named: number;
  /** Marks that say the words of the message. */
  readonly said: readonly number[];
  readonly score: number;
}

const matchOf = (scene: Scene, figure: number, message: NumberedMessage): Match | null => {
  const named = namedAt(scene, figure, message);
  const hits = scene.marks.flatMap((mark, at) => {
    if (at === figure || scene.taken.has(at) || mark.meaning.kind === 'time') return [];
    const stems = wordsAt(scene, at)
      .filter((word) => word.length > 2)
      .map(stemWord);
    const found = message.stems.filter((stem) => stems.includes(stem));
    return found.length === 0 ? [] : [{ at, found }];
  });
  const found = new Set(hits.flatMap((hit) => hit.found));
  const whole = found.size > 1 && message.stems.every((stem) => found.has(stem));
  const waits = message.called in UNITS && scene.marks.some((mark) => TIME.test(mark.text));
  if (found.size === 0 || (named < 0 && !(whole && waits))) return null;
  const score = found.size + found.size / message.stems.length;
  return { message, named, said: hits.map(({ at }) => at), score };
};

/** The one kind of message that fits best; null where several fit as well. */
const bestMatch = (scene: Scene, figure: number): Match | null => {
  const [first, second] = numberedMessages(scene)
    .flatMap((message) => matchOf(scene, figure, message) ?? [])
    .sort((a, b) => b.score - a.score);
  if (first === undefined) return null;
  return second !== undefined && second.score === first.score && second.message.pattern !== first.message.pattern
    ? null
    : first;
};

/** Words that only say the message again; a service, a region or a severity stays a condition of its own. */
const saysAgain = (scene: Scene, at: number): boolean => {
  const kind = markAt(scene, at)?.meaning.kind;
  const value = linksAt(scene, at)[0];
  if (value !== undefined) return value.field.role === null;
  return (
    kind === 'message' || kind === 'unknown' || /^(?:symptom|role|filler|ratio)$/.test(conceptAt(scene, at)?.kind ?? '')
  );
};

const isFigure = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  const ranks = /^(?:the )?(?:longest|shortest|highest|lowest|largest|smallest|biggest)$/i;
  return figureAt(scene, at) !== null && (concept?.kind !== 'superlative' || ranks.test(markAt(scene, at)?.text ?? ''));
};

/**
 * "how many days ahead do customers schedule transfers on average", "average number of payments in the velocity warnings":
 * the figure is of a number that only messages of one kind tell, and the question says their words.
 */
export const messageFigures = (scene: Scene): void => {
  // A quotation says which messages they are.
  const quotes = scene.marks.some(({ meaning }) => meaning.kind === 'literal' && meaning.token.kind === 'quoted');
  const figure = quotes ? -1 : scene.marks.findIndex((_, at) => isFigure(scene, at));
  const fn: StatFn | number | null = figure < 0 ? null : figureAt(scene, figure);
  if (fn === null || scene.extract !== null || saysOwnNumber(scene)) return;
  const match = bestMatch(scene, figure);
  if (match === null) return;
  const { message, named, said } = match;
  const waits = scene.marks.flatMap((mark, at) => (TIME.test(mark.text) || ASIDE.test(mark.text) ? [at] : []));
  const counts = scene.marks.flatMap((_, at) => (conceptAt(scene, at)?.kind === 'count' ? [at] : []));
  take(scene, figure, ...(named < 0 ? [] : [named]), ...said.filter((at) => saysAgain(scene, at)), ...waits, ...counts);
  const { field: from, called, pattern, phrase } = message;
  const unit = called === 'ms' || called === 's' ? called : null;
  const field = { root: 'd', path: ['found', called], type: 'number', cast: 'number', unit, role: null } as const;
  scene.extract = { from, into: 'found', pattern };
  addPred(scene, 'text', textIn(from, 'phrase', phrase), Math.max(named, ...said));
  addMetric(scene, typeof fn === 'number' ? percentileMetric(fn, field) : statMetric(fn, field));
  assume(scene, `${called} is the number in the messages "${phrase}"`, 0.9);
};
