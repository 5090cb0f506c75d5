import type { LearnedContent } from '@clearspan/contracts';
import type { Learned, LearnedFrom, LearnedScope } from './learned.ts';
import { learnedKey } from './learned-key.ts';

/** Something that was learned as it is kept; what was undone is kept too. */
export interface KeptLesson extends LearnedFrom {
  readonly content: LearnedContent;
  readonly active: boolean;
}

/** The nearest first: what one has said oneself counts before what the team says, and that before everyone's. */
const NEARNESS: Readonly<Record<LearnedScope, number>> = { user: 0, team: 1, global: 2 };

/** More of each kind than this is of no use for one question; the newest stay. */
const keptMax = { alias: 500, avoid: 500, memory: 500 } as const;

const nearestFirst = (a: KeptLesson, b: KeptLesson): number =>
  NEARNESS[a.scope] - NEARNESS[b.scope] || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/** What counts for one caller. What a caller has undone does not count for this caller, whoever else has learned it. */
export const learnedFor = (lessons: readonly KeptLesson[]): Learned | null => {
  const undone = new Set<string>();
  const active: KeptLesson[] = [];
  for (const lesson of [...lessons].sort(nearestFirst)) {
    const key = `${lesson.content.kind} ${learnedKey(lesson.content)}`;
    if (undone.has(key)) continue;
    if (!lesson.active && lesson.scope === 'user') undone.add(key);
    if (lesson.active) active.push(lesson);
  }
  const of = <K extends LearnedContent['kind']>(kind: K): (Extract<LearnedContent, { kind: K }> & LearnedFrom)[] =>
    active
      .flatMap(({ content, scope, origin, at }) =>
        content.kind === kind ? [{ ...(content as Extract<LearnedContent, { kind: K }>), scope, origin, at }] : [],
      )
      .slice(0, keptMax[kind]);
  if (active.length === 0) return null;
  return { aliases: of('alias'), avoided: of('avoid'), remembered: of('memory') };
};
