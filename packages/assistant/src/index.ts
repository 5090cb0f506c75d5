export { catalogIndex } from './catalog/catalog-index.ts';
export { type GenerateInput, generate, type InterpretInput, interpret } from './interpret.ts';
export type {
  Alternative,
  Answer,
  CallerWindow,
  Clarification,
  Intent,
  IntentType,
  Interpretation,
  Refusal,
  Turn,
} from './interpretation.ts';
export { type AliasCheck, type AliasRequest, checkAlias } from './learning/check-alias.ts';
export { type Feedback, type Lesson, learnFrom } from './learning/learn-from.ts';
export type { Learned, LearnedFrom, LearnedScope } from './learning/learned.ts';
export { type KeptLesson, learnedFor } from './learning/learned-for.ts';
export { learnedKey } from './learning/learned-key.ts';
export { learnedText } from './learning/learned-text.ts';
export { type Linked, linkQuestion } from './link/link-question.ts';
export { type AdmittedQuery, isAdmitted } from './model/guard/admit-query.ts';
export { MODEL_LIMITS } from './model/limits.ts';
export type { ModelUse } from './model/model-use.ts';
export { type ModelNeed, modelNeed } from './model/need-model.ts';
export type { ChatMessage, ChatOutcome, ModelPorts, ModelStep, ProbeOutcome } from './model/ports.ts';
export { PROMPT_VERSION } from './model/prompt/system-prompt.ts';
export { REPLY_NAME, REPLY_SCHEMA } from './model/reply/reply-schema.ts';
export { type TranslateInput, type Translation, translate } from './model/translate.ts';
export { classifyQuestion, type Routed } from './router/route.ts';
export { readBundle } from './triage/read-bundle.ts';
