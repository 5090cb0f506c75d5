import type { Reading } from '../compose/compose.ts';
import type { Mark } from '../link/mark.ts';
import { pointedAt } from './points-back.ts';

const THERE = /(?<!\b(?:is|are|was|were|been|be|over)) there[\s?.!]*$/i;

/** "the errors of the first one": of the one that was found first. */
const OF_FIRST = /\b(?:of|for|from|by) the (?:first|top) one[\s?.!]*$/i;

const ITS_LOGS = /\b(?:its logs?|logs? of it)[\s?.!]*$/i;

/** "which zone has the most cancellations?" > "who cancelled there?": in the one that was found. */
export const pointsThere = (base: Reading, marks: readonly Mark[]): boolean =>
  [THERE, ITS_LOGS, OF_FIRST].some((pattern) => pattern.test(marks.map(({ text }) => text).join(' '))) &&
  pointedAt(base, marks) !== null;
