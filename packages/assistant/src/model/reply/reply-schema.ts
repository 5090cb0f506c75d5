export const DECISIONS = ['answer', 'clarify', 'unsupported', 'refuse'] as const;
export type ReplyDecision = (typeof DECISIONS)[number];

/** What a model is to answer, as the JSON schema that endpoints hold it to. Strict: every member is required. */
export const REPLY_SCHEMA: Readonly<Record<string, unknown>> = {
  type: 'object',
  additionalProperties: false,
  required: ['decision', 'query', 'unlinked', 'confidence'],
  properties: {
    decision: { type: 'string', enum: DECISIONS, description: 'answer: the query answers the question' },
    query: { type: 'string', description: 'one DataPrime query; empty unless the decision is answer' },
    unlinked: {
      type: 'array',
      items: { type: 'string' },
      description: 'words of the question that found no place in the query',
    },
    confidence: { type: 'number', description: '0 to 1' },
  },
};

export const REPLY_NAME = 'dataprime_answer';
