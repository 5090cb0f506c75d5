import type { ChatRequest } from '../core/chat-model.ts';

/**
 * The ways to ask for an answer of a shape, the strictest first. Servers differ in what they know, and say so only by
 * refusing, so the first that is not refused is remembered.
 */
const OUTPUT_FORMS = ['json_schema', 'json_object', 'tool', 'text'] as const;
export type OutputForm = (typeof OUTPUT_FORMS)[number];

type Output = NonNullable<ChatRequest['output']>;

/** The part of the request that asks for the shape. Without it the messages say what is wanted. */
export const outputPart = (form: OutputForm, { name, schema }: Output): Readonly<Record<string, unknown>> => {
  switch (form) {
    case 'json_schema':
      return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } };
    case 'json_object':
      return { response_format: { type: 'json_object' } };
    case 'tool':
      return {
        tools: [{ type: 'function', function: { name, parameters: schema } }],
        tool_choice: { type: 'function', function: { name } },
      };
    case 'text':
      return {};
  }
};

export const nextForm = (form: OutputForm): OutputForm | null => OUTPUT_FORMS[OUTPUT_FORMS.indexOf(form) + 1] ?? null;
