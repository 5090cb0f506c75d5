import type { Reading } from '../compose/compose.ts';
import type { Mark } from '../link/mark.ts';
import { pointedAt } from './points-back.ts';

const THERE = /(?<!\b(?:is|are|was|were|been|be|over)) there[\s?.!]*$/i;

const ITS_LOGS = /\b(?:its logs?|logs? of it)[\s?.!]*$/i;

/** "which zone has the most cancellations?" > "who cancelled there?": in the one that was found. */
export const pointsThere = (base: Reading, marks: readonly Mark[]): boolean =>
  [THERE, ITS_LOGS].some((pattern) => pattern.test(marks.map(({ text }) => text).join(' '))) &&
  pointedAt(base, marks) !== null;
