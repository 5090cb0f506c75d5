import type { FieldEntry } from './field-entry.ts';

/** A catalog lists at most this many values of a field: a list as long as this may be cut. */
const valuesListedMax = 200;
/** The number of different values is an estimate. */
const estimateSlack = 1.05;

/** Whether the catalog lists every value that a field has, so that a value which is not listed is not in the data. */
export const listsAll = ({ source }: FieldEntry): boolean => {
  const listed = source.values.length;
  return listed > 0 && listed < valuesListedMax && source.distinct <= listed * estimateSlack;
};
