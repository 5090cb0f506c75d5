import { modelUsage } from '@clearspan/contracts';
import { inSpan } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { SpanKind } from '@opentelemetry/api';
import { z } from 'zod';
import type { ChatModel, ChatRequest } from '../core/chat-model.ts';
import type { Usage } from '../core/usage.ts';

const chatRequest = z.object({
  messages: z
    .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string().max(200_000) }))
    .min(1)
    .max(100),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().min(1).max(32_000).optional(),
});

/** One model call as a span of the generative AI conventions; what was said is not recorded. */
const tracedChat = (
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal,
  usage: Usage,
): ReturnType<ChatModel['chat']> =>
  inSpan(
    `chat ${model.name}`,
    {
      kind: SpanKind.CLIENT,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': model.name,
        'server.address': model.address,
      },
    },
    async (span) => {
      const outcome = await model.chat(request, signal);
      if (!outcome.ok) {
        span.setAttribute('error.type', outcome.code);
        return outcome;
      }
      usage.add(outcome.answer.usage);
      span.setAttribute('gen_ai.response.model', outcome.answer.model);
      span.setAttribute('gen_ai.response.finish_reasons', [outcome.answer.finish_reason]);
      if (outcome.answer.usage) {
        const { input_tokens, output_tokens } = outcome.answer.usage;
        span.setAttributes({
          'gen_ai.usage.input_tokens': input_tokens,
          'gen_ai.usage.output_tokens': output_tokens,
          'openai.tokens_used': input_tokens + output_tokens,
        });
      }
      return outcome;
    },
  );

/** `POST /chat` asks the configured model; `GET /usage` counts tokens; `GET /model` says what is configured. */
export const chatRoutes = (app: ServiceApp, model: ChatModel | null, usage: Usage): void => {
  app.post('/chat', { schema: { body: chatRequest } }, async (request) => {
    if (!model) {
      throw problem(
        'SERVICE_UNAVAILABLE',
        'no model is configured: set OPENAI_BASE_URL and OPENAI_MODEL, or OPENAI_API_KEY',
      );
    }
    const outcome = await tracedChat(model, request.body, request.signal, usage);
    if (!outcome.ok) throw problem(outcome.code, outcome.message);
    return outcome.answer;
  });
  app.get('/usage', { schema: { response: { 200: modelUsage } } }, () => usage.totals());
  app.get('/model', () => ({
    configured: model !== null,
    model: model?.name ?? null,
    address: model?.address ?? null,
  }));
};
