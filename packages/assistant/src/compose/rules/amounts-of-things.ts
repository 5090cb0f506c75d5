import type { Metric } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, isGap, markAt, type Scene, take } from '../scene.ts';
import { isMoney } from '../spoken-units.ts';

/** That a thing came to be, or came about as it should. */
const BEGUN = 'placed created registered booked submitted issued'.split(' ');
const DONE = 'ok succeeded completed paid captured'.split(' ');
const FAILED = 'failed rejected declined'.split(' ');

/** The share of questions about the amounts of things that mean those of which this message tells. */
const toldKeeps = 0.95;

const AMOUNT = /(?:^|\s)(?:amounts?|totals?|values?|sums?|money|revenue|turnover)$/i;
const OF = /^(?:of|from|for|with|through)$/i;
/** "the amount we invoiced", "the money that came in through top-ups" */
const BETWEEN = /^(?:we|they|you|that|which|was|were|came|come|in|made|earned|got)$/i;

/** The message that tells of the thing; null where none does or several do. */
const messageOf = ({ data }: Scene, word: string): string | null => {
  const thing = wordForm(word).replaceAll('-', ' ');
  const said = (deeds: readonly string[]): readonly string[] =>
    deeds.flatMap((deed) => data.vocabulary.phrases.get(`${thing} ${deed}`) ?? []);
  // Where all that is told of a thing is that it came to be, there are no others to be told from.
  if (said(FAILED).length === 0) return null;
  const told = said(BEGUN).length > 0 ? said(BEGUN) : said(DONE);
  return told.length === 1 ? (told[0] ?? null) : null;
};

/** "invoice amounts", "the amount of invoices", "the amount we invoiced": the words beside the amount that may be the thing. */
const besideAmount = (scene: Scene, amount: number): readonly number[] => {
  let behind = amount + 1;
  const passes = (at: number): boolean => {
    const text = markAt(scene, at)?.text ?? '';
    return OF.test(text) || BETWEEN.test(text) || isGap(scene, at);
  };
  while (behind < scene.marks.length && passes(behind)) behind += 1;
  // "through prepaid top-ups"
  return [amount - 1, behind, behind + 1];
};

interface Told {
  readonly thing: number;
  readonly word: string;
  readonly phrase: string;
}

const toldAt = (scene: Scene, thing: number): Told | null => {
  const word = markAt(scene, thing)?.text ?? '';
  if (!/^[\p{L}-]{4,}$/u.test(word)) return null;
  const phrase =
    messageOf(scene, word) ?? messageOf(scene, word.replace(/d$/, '')) ?? messageOf(scene, word.replace(/ed$/, ''));
  return phrase === null ? null : { thing, word, phrase };
};

const isOfMoney = (metric: Metric): boolean => 'field' in metric && metric.field !== undefined && isMoney(metric.field);

/**
 * "the average invoice amount", where messages say "invoice issued" and "invoice failed", and reminders have an amount too:
 * the amounts of what was issued, and not of all that tells of them.
 */
export const amountsOfThings = (scene: Scene): void => {
  const says = scene.preds.some(
    ({ source, pred }) => /^(?:text|outcome|status|severity)$/.test(source) || pred.kind === 'text',
  );
  if (scene.dataset !== 'logs' || says || !scene.metrics.some(isOfMoney) || !scene.metrics.every(isOfMoney)) return;
  for (const [at, { text }] of scene.marks.entries()) {
    if (!AMOUNT.test(text)) continue;
    const told = besideAmount(scene, at).flatMap((thing) => toldAt(scene, thing) ?? []);
    const [found] = told;
    if (found === undefined) continue;
    const { thing, word, phrase } = found;
    take(scene, thing);
    addPred(scene, 'text', saidIn(scene, 'phrase', phrase), thing);
    assume(scene, `"${word}" are those told by "${phrase}"`, toldKeeps);
    return;
  }
};
