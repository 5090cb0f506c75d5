import { saidIn } from '../said-in.ts';
import { addPred, assume, conceptAt, isGap, markAt, type Scene, take } from '../scene.ts';
import { moneyField } from '../spoken-units.ts';
import { whosAt } from '../who.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const SPENT = /^(?:spent|spends?|paid|pays?)$/i;
/** That money came in, as messages say it of a payment. */
const PAID = 'accepted captured succeeded completed confirmed settled received ok'.split(' ');
const PAYMENT = ['payment', 'charge', 'purchase'];

const paidMessage = ({ data }: Scene): string | null => {
  const said = PAYMENT.flatMap((thing) =>
    PAID.flatMap((deed) => data.vocabulary.phrases.get(`${thing} ${deed}`) ?? []),
  );
  return said.length === 1 ? (said[0] ?? null) : null;
};

const nothingElse = (scene: Scene, at: number): boolean => {
  const { meaning } = markAt(scene, at) ?? {};
  const kind = conceptAt(scene, at)?.kind;
  return (
    meaning === undefined ||
    isGap(scene, at) ||
    /^(?:punctuation|time)$/.test(meaning.kind) ||
    kind === 'group' ||
    kind === 'each'
  );
};

/** "which guest spent the most on each tour": money, which adds up, and no number of records. */
export const spentMost = (scene: Scene): void => {
  const at = scene.marks.findIndex(({ text }) => SPENT.test(text));
  const ranks = conceptAt(scene, at + 1);
  const most = /^(?:the )?(?:most|least)$/i.test(markAt(scene, at + 1)?.text ?? '');
  if (at < 0 || ranks?.kind !== 'superlative' || !most || !nothingElse(scene, at + 2)) return;
  const asked = whosAt(scene).length > 0 || scene.marks.some((_, index) => index < at && isGroupable(scene, index));
  const field = asked ? moneyField(scene) : null;
  if (field === null || scene.metrics.length > 0) return;
  take(scene, at);
  addMetric(scene, statMetric('sum', field));
  const paid = paidMessage(scene);
  if (paid !== null) addPred(scene, 'text', saidIn(scene, 'phrase', paid), at);
  assume(
    scene,
    paid === null ? `what was spent is all of ${field.path.join('.')}` : `"${paid}" says what was spent`,
    paid === null ? 0.75 : 0.9,
  );
};
