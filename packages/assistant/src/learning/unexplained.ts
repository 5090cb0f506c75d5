import { conceptAt, linksAt, type Scene } from '../compose/scene.ts';
import type { Linked } from '../link/link-question.ts';
import { ignoredMarks } from '../rank/coverage.ts';

/** Words of a question that a reading could not use, or only guessed at; token indexes, end excluded. */
export interface UnexplainedRun {
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

/** Marks without a meaning: left out, asked for and not there, or read as a value that is spelt otherwise. */
const isUnexplained = (linked: Linked, scene: Scene, at: number): boolean => {
  const mark = scene.marks[at];
  if (mark === undefined || mark.note !== undefined) return false;
  if (scene.missing.some(({ word }) => word === mark.text)) return true;
  if (ignoredMarks(scene).includes(mark)) return true;
  if (mark.meaning.kind !== 'value') return false;
  const typo = linked.typos.some(({ written }) => mark.text.includes(written));
  return typo || linksAt(scene, at)[0]?.guessed === true;
};

/** A role word that found no use beside such a mark belongs to it: "orders svc". */
const belongsToNext = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'role' && !scene.taken.has(at);

/** The runs of such words, each with the role words beside it. */
export const unexplainedRuns = (linked: Linked, scene: Scene): readonly UnexplainedRun[] => {
  const open = scene.marks.map((_, at) => isUnexplained(linked, scene, at));
  const joins = (at: number): boolean => open[at] === true || belongsToNext(scene, at);
  const runs: UnexplainedRun[] = [];
  for (let at = 0; at < scene.marks.length; at++) {
    if (!joins(at)) continue;
    const first = at;
    while (joins(at + 1)) at += 1;
    if (!open.slice(first, at + 1).includes(true)) continue;
    const from = scene.marks[first]?.from ?? 0;
    const to = scene.marks[at]?.to ?? 0;
    const phrase = linked.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
    runs.push({ from, to, phrase });
  }
  return runs;
};
