import type { LearnedItem } from '@clearspan/contracts';
import { visible } from '../output/cell-text.ts';

const FOR = { user: 'for you', team: 'for your team', global: 'for everyone' } as const;

const forWhom = ({ scope, owner, actions }: LearnedItem): string =>
  // What somebody else has learned is told to an admin, who may only let it count for everyone.
  scope === 'user' && !actions.some((action) => action === 'undo' || action === 'redo') ? `for ${owner}` : FOR[scope];

const evidenceLine = ({ question, after, user, at }: LearnedItem['evidence'][number]): string =>
  question === ''
    ? `    written down by ${visible(user)} on ${at.slice(0, 10)}`
    : `    ${visible(user)} on ${at.slice(0, 10)}: "${visible(question)}" is ${visible(after)}`;

/** An entry in a few lines: what it does, for whom, its id, and what it rests on. */
export const learnedLines = (item: LearnedItem): string =>
  [
    `${item.active ? '' : '(undone) '}${visible(item.says)}`,
    `    ${forWhom(item)}; id ${item.id}`,
    ...item.evidence.map(evidenceLine),
    '',
  ].join('\n');
