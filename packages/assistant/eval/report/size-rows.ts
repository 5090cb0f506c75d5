import { setSizes, unitItems } from '../figures/sizes.ts';
import type { Row } from './table.ts';

/** How many questions there are of each kind. */
export const sizeRows = (): readonly Row[] => [
  ['', 'questions', 'in dialogues', 'to ask back or decline'],
  ...setSizes().map(({ name, all, inDialogues, decisions }) => [name, ...[all, inDialogues, decisions].map(String)]),
  ['unit tests, phrases of time among them', String(unitItems()), '', ''],
];
