import type { FieldRef } from '../../ir/field-ref.ts';
import type { Metric } from '../../ir/query-ir.ts';
import { doneForms } from '../../link/turned-phrase.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { assume, conceptAt, conceptsOf, fieldAt, markAt, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { addMetric, safe } from './metrics.ts';

interface Moment {
  readonly metric: Metric;
  readonly phrase: string;
  readonly used: readonly number[];
}

/** What each thing did, as messages say it: "depart" is "vessel departed", though a field may be called so too. */
const deedOf = (scene: Scene, at: number, thing: string): string | null => {
  const mark = markAt(scene, at);
  if (mark?.meaning.kind === 'message') return mark.meaning.phrase;
  const said = doneForms((mark?.text ?? '').toLowerCase()).map((done) =>
    scene.data.vocabulary.phrases.get(`${thing} ${wordForm(done)}`),
  );
  return said.find((phrase) => phrase !== undefined) ?? null;
};

const momentAt = (scene: Scene, at: number, thing: string, time: FieldRef): Moment | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind !== 'superlative' || concept.by !== 'time' || scene.taken.has(at)) return null;
  const deed = at + 1;
  const phrase = deedOf(scene, deed, thing);
  if (phrase === null) return null;
  const [fn, edge] = concept.descending ? (['max', 'last'] as const) : (['min', 'first'] as const);
  const name = `${edge}_${safe(markAt(scene, deed)?.text ?? '')}`;
  return {
    metric: { kind: 'stat', fn, field: time, name, only: saidIn(scene, 'phrase', phrase) },
    phrase,
    used: [at, deed],
  };
};

/** "for each van, when did it first leave and when did it last return": of either deed its own moment, and no record is both. */
export const firstAndLastDeeds = (scene: Scene): void => {
  const time = roleField(scene, 'timestamp');
  const cue = [...conceptsOf(scene, 'group'), ...conceptsOf(scene, 'each')][0];
  const whens = conceptsOf(scene, 'when');
  const key = cue === undefined ? null : fieldAt(scene, cue + 1);
  if (time === null || cue === undefined || key === null || whens.length === 0 || scene.dataset !== 'logs') return;
  const thing = wordForm((markAt(scene, cue + 1)?.text ?? '').toLowerCase());
  const moments = scene.marks.flatMap((_, at) => momentAt(scene, at, thing, time) ?? []);
  if (moments.length < 2) return;
  take(scene, ...whens, ...moments.flatMap(({ used }) => used));
  for (const { metric, phrase } of moments) {
    addMetric(scene, metric);
    assume(scene, `"${phrase}" says when it was`);
  }
  withoutAbsent(scene, key, cue);
};
