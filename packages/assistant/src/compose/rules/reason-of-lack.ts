import { messageTokens } from '../../catalog/vocabulary.ts';
import type { ValueLink } from '../../link/mark.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { addPred, assume, conceptAt, isGap, linksAt, markAt, type Scene, take } from '../scene.ts';
import { equals } from './filters.ts';

const BECAUSE = /^(?:because|because of|due to|owing to|for want of|for lack of|as|since|on account of)$/i;
const LACKS =
  /^(?:missing|lacking|lack of|lack|a lack of|no|not there|out of|ran out|short of|absent|unavailable|gone|ran out of)$/i;
const REASON = /(?:reason|cause|why|because|grund)s?$/i;
const reachMax = 6;

const isLack = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return (concept?.kind === 'presence' && !concept.present) || LACKS.test(markAt(scene, at)?.text ?? '');
};

const isReason = ({ field }: ValueLink): boolean => field.role === null && REASON.test(field.path.at(-1) ?? '');

/** Whether messages say the same: "material missing". */
const isMessage = ({ data, marks }: Scene, said: readonly number[]): boolean => {
  const phrase = messageTokens(said.map((at) => marks[at]?.text ?? '').join(' '))
    .filter((word) => !/^(?:was|were|is|are)$/.test(word))
    .map(wordForm)
    .join(' ');
  return data.messages.some(({ vocabulary }) => vocabulary.phrases.has(phrase));
};

/** The share of such questions that mean the reason. */
const messagesKeep = 0.75;

/** "stopped because material was missing", where `material` is one of the reasons: that reason, and no record that lacks it. */
export const reasonOfLack = (scene: Scene): void => {
  const cue = scene.marks.findIndex(({ text }) => BECAUSE.test(text));
  if (cue < 0) return;
  const reach: number[] = [];
  for (
    let at = cue + 1;
    at <= cue + reachMax && !/^(?:time|punctuation)$/.test(markAt(scene, at)?.meaning.kind ?? '');
    at++
  )
    reach.push(at);
  const value = reach.find((at) => linksAt(scene, at).some(isReason));
  const lack = reach.filter((at) => isLack(scene, at));
  const [link] = value === undefined ? [] : linksAt(scene, value).filter(isReason);
  const rest = reach.filter((at) => at !== value && !lack.includes(at) && at < scene.marks.length);
  if (value === undefined || link === undefined || lack.length === 0 || !rest.every((at) => isGap(scene, at))) return;
  take(scene, value, ...lack);
  if (
    isMessage(
      scene,
      [...lack, value].toSorted((a, b) => a - b),
    )
  )
    assume(scene, `"${link.value}" is taken for a reason, though messages say so as well`, messagesKeep);
  scene.valueScores.push(link.score);
  addPred(scene, 'value', equals(link.field, link.value), value);
};
