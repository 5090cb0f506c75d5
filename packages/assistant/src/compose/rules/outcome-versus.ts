import { saidIn } from '../said-in.ts';
import { assume, conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

const SUCCEEDED = 'succeeded successful success completed accepted ok passed sent delivered captured issued'.split(' ');

/** What messages say of a thing that went well, beside what they say where it failed. */
const wentWell = (scene: Scene, failed: string): string | null => {
  const thing = failed.replace(/\b(?:failed|failure|fail)\b/i, '').trim();
  const { phrases } = scene.data.vocabulary;
  const said = SUCCEEDED.flatMap((word) => phrases.get(`${thing} ${word}`) ?? phrases.get(`${word} ${thing}`) ?? []);
  const [first] = said;
  return thing === '' || first === undefined ? null : first;
};

/** "successful versus failed logins per day" where messages tell of both: a column each. */
export const outcomeVersus = (scene: Scene): void => {
  for (const at of scene.marks.keys()) {
    const [one, two] = [nextContent(scene, at - 1, -1), nextContent(scene, at + 1)];
    const joins = /^(?:versus|conjunction)$/.test(conceptAt(scene, at)?.kind ?? '');
    const outcome = conceptAt(scene, one);
    const meaning = markAt(scene, two)?.meaning;
    if (!joins || outcome?.kind !== 'outcome' || outcome.failed || meaning?.kind !== 'message') continue;
    const well = /\bfail/i.test(meaning.phrase) ? wentWell(scene, meaning.phrase) : null;
    if (well === null) continue;
    take(scene, at, one, two);
    assume(scene, `what went well is told by "${well}"`, 0.95);
    addMetric(scene, { kind: 'count-if', pred: saidIn(scene, 'phrase', well), name: 'succeeded' });
    addMetric(scene, { kind: 'count-if', pred: saidIn(scene, 'phrase', meaning.phrase), name: 'failed' });
    return;
  }
};
