import type { WindowNanos } from '../compose/finish.ts';
import { conceptAt, type Missing } from '../compose/scene.ts';
import { explain } from '../explain/explain.ts';
import type { Alternative, Answer, Intent, Interpretation } from '../interpretation.ts';
import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import type { Candidate } from '../rank/candidates.ts';
import { confidenceOf } from '../rank/confidence.ts';
import { coverageOf, ignoredMarks } from '../rank/coverage.ts';
import { askWhatFor, askWhichOne } from './ask-what-for.ts';
import { calendarWeek } from './calendar-week.ts';
import { chipsOf } from './chips-of.ts';
import { exampleQuestions } from './examples.ts';
import { intentOf } from './intent-of.ts';
import { isSound } from './is-sound.ts';
import { nearestFields } from './nearest-fields.ts';
import { secretAsked } from './secret-asked.ts';
import { unitsOf } from './units-of.ts';
import { unknownHead } from './unknown-head.ts';
import { unknownName } from './unknown-name.ts';

export interface DecideOptions {
  readonly window: WindowNanos | null;
  /** `permissive` answers with a low confidence where `smart` asks. */
  readonly mode: 'smart' | 'permissive';
  /** The question was read as an edit of the one before it. */
  readonly continued: boolean;
}

/** Below this an answer is a question back. */
const askBelow = 0.4;
const alternativesMax = 3;
/** Readings further behind than this are not worth showing. */
const scoreGapMax = 1.6;

const MEANINGFUL =
  /^(severity|outcome|entity|role|volume|stat|percentile|ratio|status|region|symptom|root-span|database)$/;

/** Whether anything at all is about telemetry: without it the text is no question for this system. */
const isOnTopic = ({ marks }: Linked): boolean =>
  marks.some((mark, at) => {
    const { meaning } = mark;
    if (meaning.kind === 'concept')
      return (
        MEANINGFUL.test(meaning.concept.kind) ||
        (meaning.concept.kind === 'everything' && at === 0 && marks.length === 1)
      );
    return (
      meaning.kind === 'value' ||
      meaning.kind === 'field' ||
      meaning.kind === 'message' ||
      (meaning.kind === 'literal' &&
        /^(constraint|id|path|quoted|status-class|plural-number|percentile)$/.test(meaning.token.kind))
    );
  });

/** "everything between 14:00 and 14:10": whatever there was then. */
const asksForAllThen = (linked: Linked): boolean =>
  linked.marks.some(({ meaning }) => meaning.kind === 'time') &&
  linked.marks.some(({ meaning }) => meaning.kind === 'concept' && meaning.concept.kind === 'everything') &&
  linked.marks.every(
    ({ meaning }) =>
      meaning.kind === 'time' ||
      meaning.kind === 'punctuation' ||
      (meaning.kind === 'concept' && /^(everything|list|filler|preposition|which)$/.test(meaning.concept.kind)),
  );

const refuseOffTopic = (linked: Linked): Interpretation => ({
  kind: 'refuse',
  message: 'expected a question about logs or spans, found no word that names something in them',
  examples: exampleQuestions(linked.index),
  intent: { type: 'off_topic', confidence: 0.7 },
});

const timeProblem = (linked: Linked, marks: readonly Mark[]): Interpretation | null => {
  for (const { meaning, text } of marks) {
    if (meaning.kind !== 'time' || meaning.time.kind !== 'problem') continue;
    if (meaning.time.problem === 'future') {
      return {
        kind: 'refuse',
        message: `expected a time in the past, found "${text}"; telemetry holds what has happened`,
        examples: exampleQuestions(linked.index),
        intent: { type: 'off_topic', confidence: 0.9 },
      };
    }
    const [a, b] = [...text.matchAll(/\d+/g)].map((match) => match[0]);
    return {
      kind: 'clarify',
      message: `expected a time or a unit, found "${text}"`,
      options: [`between ${a}am and ${b}am`, `between ${a}pm and ${b}pm`, `between ${a}s and ${b}s`],
      intent: linked.routed.intent,
    };
  }
  return null;
};

const plural = (word: string): string =>
  word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}${word.endsWith('s') ? 'es' : 's'}`;

/** The question with a word that the data knows; for a filter only without the word, for nothing else would be meant. */
const withoutGuess = (linked: Linked, { word, slot }: Missing, names: readonly string[]): readonly string[] => {
  const { question } = linked.routed;
  if (slot === 'filter') {
    const rest = question.replace(word, '').replace(/\s+/g, ' ').trim();
    const torn = rest === '' || /\b(than|over|above|below|under|least|most|between|and|is|=|<|>)$/i.test(rest);
    return torn ? exampleQuestions(linked.index) : [rest, ...exampleQuestions(linked.index).slice(0, 2)];
  }
  return names.map((name) => question.replace(word, /[^s]s$/.test(word) ? plural(name) : name));
};

const askForMissing = (linked: Linked, best: Candidate): Interpretation | null => {
  const [missing] = best.scene.missing;
  if (missing === undefined) return null;
  const options = nearestFields(best.scene.data, missing);
  const what =
    missing.slot === 'metric'
      ? 'a numeric field'
      : missing.slot === 'filter'
        ? 'something that is in the data'
        : 'a field';
  return {
    kind: 'clarify',
    message: `expected ${what}, found "${missing.word}", which the ${best.scene.dataset} do not have`,
    options: withoutGuess(linked, missing, options),
    intent: linked.routed.intent,
  };
};

const askForName = (linked: Linked, best: Candidate): Interpretation | null => {
  const name = secretAsked(linked.routed.question, linked.index) ?? unknownName(best) ?? unknownHead(best.scene);
  if (name === null) return null;
  return {
    kind: 'clarify',
    message: `expected something that is in the data, found "${name}", which neither the logs nor the spans have`,
    options: withoutGuess(linked, { word: name, slot: 'filter' }, []),
    intent: linked.routed.intent,
  };
};

const marginOf = (candidates: readonly Candidate[], at: number): number | null => {
  const other = candidates.find((_, index) => index !== at);
  const own = candidates[at];
  return other === undefined || own === undefined ? null : own.score - other.score;
};

const confidenceAt = (linked: Linked, candidates: readonly Candidate[], at: number): number => {
  const candidate = candidates[at];
  if (candidate === undefined) return 0;
  const { scene } = candidate;
  const scores = scene.valueScores;
  return confidenceOf({
    coverage: coverageOf(scene),
    margin: marginOf(candidates, at),
    typos: linked.typos.reduce((left, typo) => left * (typo.sure ? 0.95 : 0.78), 1),
    doubt: scene.doubt,
    ignored: ignoredMarks(scene).length,
    missing: scene.missing.length,
    links: scores.length === 0 ? 1 : Math.min(...scores),
  });
};

const wordsOf = (candidate: Candidate): readonly string[] =>
  candidate.scene.marks.flatMap((mark, at) => {
    const kind = conceptAt(candidate.scene, at)?.kind;
    return candidate.scene.taken.has(at) && kind !== 'filler' && kind !== 'preposition' && mark.text !== ','
      ? [mark.text]
      : [];
  });

const toAnswer = (
  linked: Linked,
  candidates: readonly Candidate[],
  at: number,
  options: DecideOptions,
): Answer | null => {
  const candidate = candidates[at];
  if (candidate === undefined || !isSound(candidate.query, linked.index)) return null;
  const { scene, ir } = candidate;
  const ignored = [
    ...new Set([...ignoredMarks(scene).map((mark) => mark.text), ...scene.missing.map(({ word }) => word)]),
  ];
  const assumptions = [
    ...linked.typos.map(({ written, read }) => `"${written}" is read as ${read}`),
    ...scene.learned,
    ...scene.assumptions,
  ];
  const say = (other: Candidate): string =>
    explain(other.ir, {
      nowNanos: linked.nowNanos,
      windowKnown: options.window !== null,
      assumptions: other === candidate ? assumptions : [...other.scene.learned, ...other.scene.assumptions],
      ignored: other === candidate ? ignored : ignoredMarks(other.scene).map((mark) => mark.text),
    });
  const week = calendarWeek(candidate, linked.nowNanos);
  const alternatives: Alternative[] =
    week === null
      ? []
      : [{ query: week.query, interpretation: say(week), confidence: confidenceAt(linked, candidates, at) / 2 }];
  for (const [index, other] of candidates.entries()) {
    if (alternatives.length >= alternativesMax || index === at || other.scene.missing.length > 0) continue;
    if (candidate.score - other.score > scoreGapMax || !isSound(other.query, linked.index)) continue;
    alternatives.push({
      query: other.query,
      interpretation: say(other),
      confidence: confidenceAt(linked, candidates, index),
    });
  }
  const type = intentOf(ir, scene);
  const guessed: Intent = linked.routed.intent;
  const confidence = confidenceAt(linked, candidates, at);
  // Cues and composition that agree support each other.
  const intent: Intent = {
    type,
    confidence: Number(
      (guessed.type === type
        ? Math.max(guessed.confidence, confidence)
        : Math.min(confidence, 0.5 + guessed.confidence / 2)
      ).toFixed(3),
    ),
  };
  return {
    kind: 'answer',
    query: candidate.query,
    ast: candidate.ast,
    intent,
    confidence,
    interpretation: say(candidate),
    keywords: wordsOf(candidate),
    chips: chipsOf(linked, candidate),
    units: unitsOf(candidate.ir),
    alternatives,
    assumptions,
    ignored,
  };
};

/** Runs the best reading, asks one question, or declines. */
export const decide = (linked: Linked, candidates: readonly Candidate[], options: DecideOptions): Interpretation => {
  const [best] = candidates;
  // What goes on may have its hours from the day that the question before was about.
  const problem = timeProblem(linked, options.continued && best !== undefined ? best.scene.marks : linked.marks);
  if (problem !== null) return problem;
  if (
    best === undefined ||
    (!options.continued &&
      !isOnTopic(linked) &&
      !asksForAllThen(linked) &&
      best.scene.preds.length === 0 &&
      best.ir.keys.length === 0)
  )
    return refuseOffTopic(linked);
  if (options.mode === 'smart') {
    const which = options.continued ? null : (askWhatFor(linked) ?? askWhichOne(linked, best));
    const question = which ?? askForMissing(linked, best) ?? askForName(linked, best);
    if (question !== null) return question;
  }
  const answers = candidates.map((_, at) => toAnswer(linked, candidates, at, options));
  const answer = answers.find((entry) => entry !== null) ?? null;
  if (answer === null) return refuseOffTopic(linked);
  if (options.mode === 'smart' && answer.confidence < askBelow) {
    const unsure = answer.ignored.map((word) => `"${word}"`).join(', ');
    return {
      kind: 'clarify',
      message:
        unsure === ''
          ? 'the question can be read in several ways'
          : `expected words that the data knows, found ${unsure}`,
      options: [answer, ...answer.alternatives].map((entry) => entry.interpretation).slice(0, 4),
      intent: answer.intent,
    };
  }
  return answer;
};
