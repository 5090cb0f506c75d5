import { stemOf } from '../../catalog/vocabulary.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, fieldAt, isGap, markAt, type Scene, take } from '../scene.ts';
import { isMoney, moneyFields } from '../spoken-units.ts';
import { addMetric, statMetric } from './metrics.ts';

/** Said of what came to its end, and not of what failed or is still to come. */
const DONE = /^(?:issued|paid|completed|processed|granted|executed|settled|captured|booked|sent|made)$/;
/** The share of such questions that mean all records with the amount. */
const allKeeps = 0.75;

const MONEY = /^(?:the )?(?:money|cash|euros?|dollars?|pounds?)$/i;
const rootOf = (word: string): string => stemOf(wordForm(word.toLowerCase()));

/** The amount that is called after a word of the question: `refundAmount` of what was refunded. */
const amountOf = (scene: Scene, from: number): { readonly field: FieldRef; readonly at: number } | null => {
  for (let at = from; at < scene.marks.length; at++) {
    const { text = '', meaning } = scene.marks[at] ?? {};
    if (!/^(?:message|unknown|value)$/.test(meaning?.kind ?? '') || !/^\p{L}{4,}$/u.test(text)) continue;
    const named = moneyFields(scene).filter((field) => {
      const [thing = '', ...more] = nameWords(field.path.at(-1) ?? '');
      return more.length > 0 && rootOf(thing) === rootOf(text);
    });
    const [field, ...others] = named;
    if (field !== undefined && others.length === 0) return { field, at };
  }
  return null;
};

/** The one message that says that the thing was done: "refund issued". */
export const doneMessage = (scene: Scene, at: number): string | null => {
  const thing = wordForm((markAt(scene, at)?.text ?? '').replace(/ed$/i, ''));
  const said = [...scene.data.vocabulary.phrases].filter(([folded]) => {
    const [noun, deed, ...more] = folded.split(' ');
    return noun === thing && DONE.test(deed ?? '') && more.length === 0;
  });
  const [only] = said;
  return only !== undefined && said.length === 1 ? only[1] : null;
};

/** "how much money did we refund", "how much was refunded": what it adds up to, and no count of different amounts. */
export const moneySpent = (scene: Scene): void => {
  const count = scene.marks.findIndex(
    ({ text }, at) => /^how much$/i.test(text) && !scene.taken.has(at) && conceptAt(scene, at)?.kind === 'count',
  );
  if (count < 0 || scene.metrics.length > 0) return;
  let next = count + 1;
  while (isGap(scene, next)) next += 1;
  const money = MONEY.test(markAt(scene, next)?.text ?? '') ? next : -1;
  const asks = money >= 0 || /^(?:did|do|does|was|were|have|has|is)\b/i.test(markAt(scene, count + 1)?.text ?? '');
  const own = asks ? amountOf(scene, count + 1) : null;
  const field = own?.field ?? (money < 0 ? null : fieldAt(scene, money));
  if (field === null || !isMoney(field)) return;
  take(scene, count, ...(money < 0 ? [] : [money]), ...(own === null ? [] : [own.at]));
  addMetric(scene, statMetric('sum', field));
  if (own === null) return;
  const done = doneMessage(scene, own.at);
  if (done !== null) addPred(scene, 'text', saidIn(scene, 'phrase', done), own.at);
  const name = field.path.join('.');
  assume(
    scene,
    done === null ? `all of ${name} is added up` : `"${done}" says that it was done`,
    done === null ? allKeeps : 0.9,
  );
};
