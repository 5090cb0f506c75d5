import type { CatalogLimits } from './catalog-sql.ts';
import { mergedSample, NO_RECORDS, type Sample } from './sample.ts';

/**
 * The newest records in two parts. What comes is merged into the second; once that is as large as a sample, it becomes the
 * first, and what the first one told is forgotten.
 */
export interface SampleWindow {
  readonly before: Sample;
  readonly since: Sample;
}

type WindowLimits = Pick<CatalogLimits, 'sampleRows' | 'fieldsMax' | 'valuesMax' | 'tokensMax' | 'templatesMax'>;

/** The window with what a sample adds. */
export const movedWindow = ({ before, since }: SampleWindow, sample: Sample, limits: WindowLimits): SampleWindow => {
  const grown = mergedSample(since, sample, limits);
  return grown.records < limits.sampleRows ? { before, since: grown } : { before: grown, since: NO_RECORDS };
};

export const windowOf = (sample: Sample): SampleWindow => ({ before: sample, since: NO_RECORDS });

/** What the records of the window tell. */
export const sampleOf = ({ before, since }: SampleWindow, limits: WindowLimits): Sample =>
  mergedSample(before, since, limits);
