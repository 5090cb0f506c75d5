import type { Interpretation, ModelUse } from '@clearspan/assistant';
import type { InterpretResponse, ModelUse as WireModelUse } from '@clearspan/contracts';

/** The query of this answer is no model's. */
const BUILT_IN = 'built-in';

const modelPart = (use: ModelUse | null): { model?: WireModelUse } =>
  use === null
    ? {}
    : {
        model: {
          used: use.used,
          name: use.name,
          reason: use.reason,
          calls: use.calls,
          input_tokens: use.inputTokens,
          output_tokens: use.outputTokens,
          cost_usd: use.costUsd,
          cached: use.cached,
        },
      };

/** An interpretation as it goes over the wire; `use` is null where no model was asked. */
export const toWire = (
  interpretation: Interpretation,
  knowledgeBaseUsed: boolean,
  use: ModelUse | null,
): InterpretResponse => {
  switch (interpretation.kind) {
    case 'answer':
      return {
        kind: 'answer',
        query: interpretation.query,
        intent: interpretation.intent.type,
        intent_confidence: interpretation.intent.confidence,
        confidence: interpretation.confidence,
        keywords_found: [...interpretation.keywords],
        chips: interpretation.chips.map((chip) => ({ ...chip })),
        units: { ...interpretation.units },
        interpretation: interpretation.interpretation,
        assumptions: [...interpretation.assumptions],
        ignored: [...interpretation.ignored],
        alternatives: interpretation.alternatives.map((other) => ({ ...other })),
        model_used: use?.used ? use.name : BUILT_IN,
        knowledge_base_used: knowledgeBaseUsed,
        ...modelPart(use),
      };
    case 'clarify':
      return {
        kind: 'clarify',
        message: interpretation.message,
        options: [...interpretation.options],
        ...modelPart(use),
        ...(interpretation.bundle ? { bundle: interpretation.bundle } : {}),
      };
    case 'refuse':
      return {
        kind: 'refuse',
        message: interpretation.message,
        options: [...interpretation.examples],
        ...modelPart(use),
      };
  }
};
