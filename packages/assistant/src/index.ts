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
export { type Linked, linkQuestion } from './link/link-question.ts';
export { classifyQuestion, type Routed } from './router/route.ts';
