import type { Bundle } from '@clearspan/contracts';

export type Symptom = Bundle['symptom'];

const SLOW =
  /\b(?:slow\w*|latency|latencies|lag\w*|sluggish|takes? (?:so |too )?long|taking (?:so |too )?long|response times?)\b/i;
const FAILING =
  /\b(?:fail\w*|errors?|errored|erroring|exceptions?|crash\w*|outage|refus\w*|reject\w*|unavailable|[45]xx|[45]\d\ds?)\b/i;
const CHANGED = /\b(?:chang\w*|differen\w*|differ)\b/i;

/** What is wrong, as the question says it; `any` where it only asks whether something is. */
export const symptomOf = (question: string): Symptom => {
  if (SLOW.test(question)) return 'slow';
  if (FAILING.test(question)) return 'failing';
  return CHANGED.test(question) ? 'changed' : 'any';
};
