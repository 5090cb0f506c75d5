import type { Interpretation } from '@clearspan/assistant';
import type { InterpretResponse } from '@clearspan/contracts';

/** No model takes part in this answer. */
const BUILT_IN = 'built-in';

/** An interpretation as it goes over the wire. */
export const toWire = (interpretation: Interpretation, knowledgeBaseUsed: boolean): InterpretResponse => {
  switch (interpretation.kind) {
    case 'answer':
      return {
        kind: 'answer',
        query: interpretation.query,
        intent: interpretation.intent.type,
        intent_confidence: interpretation.intent.confidence,
        confidence: interpretation.confidence,
        keywords_found: [...interpretation.keywords],
        interpretation: interpretation.interpretation,
        assumptions: [...interpretation.assumptions],
        ignored: [...interpretation.ignored],
        alternatives: interpretation.alternatives.map((other) => ({ ...other })),
        model_used: BUILT_IN,
        knowledge_base_used: knowledgeBaseUsed,
      };
    case 'clarify':
      return { kind: 'clarify', message: interpretation.message, options: [...interpretation.options] };
    case 'refuse':
      return { kind: 'refuse', message: interpretation.message, options: [...interpretation.examples] };
  }
};
