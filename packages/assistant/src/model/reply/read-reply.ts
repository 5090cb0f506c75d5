import { MODEL_LIMITS } from '../limits.ts';
import { balancedJson } from './balanced-json.ts';
import { DECISIONS, type ReplyDecision } from './reply-schema.ts';

export interface Reply {
  readonly decision: ReplyDecision;
  readonly query: string;
  readonly unlinked: readonly string[];
  readonly confidence: number;
}

export type ReadReply =
  | { readonly ok: true; readonly reply: Reply }
  /** `retry`: another call may do better. */
  | { readonly ok: false; readonly message: string; readonly retry: boolean };

const UNLINKED_MAX = 10;

const parseObject = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

const isDecision = (value: unknown): value is ReplyDecision => DECISIONS.some((decision) => decision === value);

const wrong = (message: string): ReadReply => ({ ok: false, message, retry: true });

/**
 * The reply of a model, which may be anything: the JSON that was asked for, or the first that stands in the text. Nothing
 * of it is believed but its shape.
 */
export const readReply = (text: string, finishReason: string): ReadReply => {
  if (text.length > MODEL_LIMITS.replyCharsMax) {
    return { ok: false, message: `its reply was over ${MODEL_LIMITS.replyCharsMax} characters`, retry: false };
  }
  const inner = balancedJson(text);
  const value = parseObject(text.trim()) ?? (inner === null ? null : parseObject(inner));
  if (value === null) {
    return wrong(finishReason === 'length' ? 'its reply was cut off' : 'its reply was not the JSON that was asked for');
  }
  const { decision, query, unlinked, confidence } = value;
  if (!isDecision(decision)) return wrong('its reply had no decision');
  if (decision === 'answer' && (typeof query !== 'string' || query.trim() === '')) {
    return wrong('its reply had no query');
  }
  return {
    ok: true,
    reply: {
      decision,
      query: typeof query === 'string' ? query : '',
      unlinked: Array.isArray(unlinked)
        ? unlinked.filter((word): word is string => typeof word === 'string').slice(0, UNLINKED_MAX)
        : [],
      confidence: typeof confidence === 'number' && confidence >= 0 && confidence <= 1 ? confidence : 0,
    },
  };
};
