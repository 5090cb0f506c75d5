import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Mark } from './mark.ts';
import { numbersOfPhrases } from './number-of-phrase.ts';
import { withoutOtherServices } from './service-of-others.ts';
import { withoutPathOfThing } from './thing-and-path.ts';
import { thingsOfServices } from './thing-of-service.ts';
import { toldByValues } from './told-by-value.ts';

type Read = (marks: readonly Mark[], index: CatalogIndex) => readonly Mark[];

const READINGS: readonly Read[] = [
  thingsOfServices,
  numbersOfPhrases,
  toldByValues,
  withoutOtherServices,
  withoutPathOfThing,
];

/** Marks read once more, beside each other: what the data has for a word may tell more than where the word stands in it. */
export const saidByData: Read = (marks, index) => READINGS.reduce((read, reading) => reading(read, index), marks);
