import { isDeed } from '../../catalog/vocabulary.ts';
import { type FieldRef, homeOfField } from '../../ir/field-ref.ts';
import { nameWords } from '../../tokens/normal-form.ts';
import { assume, conceptAt, fieldAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { isMoney, moneyFields } from '../spoken-units.ts';
import { addMetric, statMetric } from './metrics.ts';

const moneyKeeps = 0.95;
const OTHER_FIGURE = /^(?:times?|lengths?|durations?|rates?|counts?|numbers?|age|size|latency|took)$/i;

/** The amount that stands beside what says that the deed was done: `sub.amount_eur` of `sub.action`. */
const moneyBeside = (scene: Scene, at: number): FieldRef | null => {
  const pred = scene.preds.find((found) => found.at === at && found.source === 'value')?.pred;
  if (pred?.kind !== 'compare' || pred.op !== '==' || pred.value.kind !== 'text') return null;
  const done = nameWords(pred.value.value).at(-1) ?? '';
  const home = homeOfField(pred.field);
  if (!isDeed(done) || home === null) return null;
  const [money, ...others] = moneyFields(scene).filter((field) => homeOfField(field) === home);
  return others.length > 0 ? null : (money ?? null);
};

/** Behind the deed nothing names another figure of it: "average renewal time". */
const namesOther = (scene: Scene, at: number): boolean => {
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  if (field !== null) return !isMoney(field);
  return OTHER_FIGURE.test(markAt(scene, at)?.text ?? '');
};

const BROUGHT = /^(?:bring|brings|brought|bringing) in$/i;
const HIGHEST = /^(?:the )?(?:highest|largest|biggest|lowest|smallest)$/i;

/** "the average renewal", "what did a renewal bring in on average": the deed that the figure is of; -1 where none is near. */
const deedOf = (scene: Scene, at: number): number => {
  const behind = nextContent(scene, at + 1);
  if (scene.taken.has(behind)) return namesOther(scene, behind + 1) ? -1 : behind;
  const brought = scene.marks.findIndex(({ text }) => BROUGHT.test(text));
  return brought < 0 || brought > at ? -1 : nextContent(scene, brought - 1, -1);
};

const tell = (scene: Scene, thing: number, money: FieldRef): void =>
  assume(scene, `"${markAt(scene, thing)?.text}" is told by ${money.path.join('.')}`, moneyKeeps);

/** "the average renewal per plan", where `sub.action` says renewed: the money that it brought, and not how long a call took. */
export const moneyOfValue = (scene: Scene): void => {
  if (scene.metrics.length > 0) return;
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (scene.taken.has(at) || (concept?.kind !== 'stat' && concept?.kind !== 'superlative')) continue;
    const thing = deedOf(scene, at);
    const money = thing < 0 ? null : moneyBeside(scene, thing);
    if (money === null) continue;
    if (concept.kind === 'stat') addMetric(scene, statMetric(concept.fn, money));
    else if (!HIGHEST.test(markAt(scene, at)?.text ?? '') || scene.keys.length > 0 || scene.marks[thing]?.plural)
      continue;
    else {
      scene.order = { by: 'field', field: money, direction: concept.descending ? 'desc' : 'asc' };
      scene.limit ??= 1;
    }
    take(scene, at);
    tell(scene, thing, money);
    return;
  }
};
