import type { ModelUse } from '@clearspan/contracts';

/** What a model had to do with an answer, and what it cost where that is known. */
export const modelSentence = ({ name, reason, cost_usd: costUsd }: ModelUse): string =>
  `${name}: ${reason}${costUsd !== null && costUsd > 0 ? ` It cost ${costUsd.toPrecision(2)} US dollars.` : ''}`;
