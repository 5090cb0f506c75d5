import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { addPred, assume, isGap, markAt, type Scene, take } from '../scene.ts';
import { doneMessage } from './money-spent.ts';

const ISSUED = ['issued', 'sent', 'created'];

/** Who invoices or bills issues something, whatever comes of it: an invoice is paid by someone else. */
const issuedMessage = ({ data }: Scene, verb: string): string | null => {
  const said = ISSUED.flatMap((deed) => data.vocabulary.phrases.get(`${wordForm(verb.toLowerCase())} ${deed}`) ?? []);
  return said.length === 1 ? (said[0] ?? null) : null;
};

/** "how much parking did we invoice", where messages say "invoice issued": the money is that of these. */
export const verbOfMoney = (scene: Scene, cue: number): void => {
  const did = scene.marks.findIndex(({ text }, at) => at > cue && /^(?:did|do|have) (?:we|they|you)$/i.test(text));
  let at = did + 1;
  while (did >= 0 && isGap(scene, at)) at += 1;
  const { meaning, text = '' } = markAt(scene, at) ?? {};
  const isVerb = /^(?:field|unknown|value)$/.test(meaning?.kind ?? '') && /^\p{L}{4,}$/u.test(text);
  if (did < 0 || !isVerb || scene.taken.has(at)) return;
  const phrase = issuedMessage(scene, text) ?? doneMessage(scene, at);
  if (phrase === null) return;
  take(scene, at);
  addPred(scene, 'text', saidIn(scene, 'phrase', phrase), at);
  assume(scene, `"${phrase}" says that it was done`, 0.93);
};
