import { chatRequest, chatResponse, modelInfo, modelUsage } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { ChatDesk } from '../core/chat-desk.ts';
import type { ChatModel } from '../core/chat-model.ts';

export interface ConfiguredModel {
  readonly model: ChatModel;
  readonly desk: ChatDesk;
}

const NOTHING_USED = { input_tokens: 0, output_tokens: 0, requests: 0 };

/** `POST /chat` asks the configured model; `GET /usage` counts tokens; `GET /model` says what is configured. */
export const chatRoutes = (app: ServiceApp, configured: ConfiguredModel | null): void => {
  app.post('/chat', { schema: { body: chatRequest, response: { 200: chatResponse } } }, async (request) => {
    if (!configured) {
      throw problem(
        'SERVICE_UNAVAILABLE',
        'no model is configured: set OPENAI_BASE_URL and OPENAI_MODEL, or OPENAI_API_KEY',
      );
    }
    const outcome = await configured.desk.chat(request.body, request.signal);
    if (!outcome.ok) throw problem(outcome.code, outcome.message);
    return outcome.answer;
  });
  app.get('/usage', { schema: { response: { 200: modelUsage } } }, () => configured?.desk.usage() ?? NOTHING_USED);
  app.get('/model', { schema: { response: { 200: modelInfo } } }, () => ({
    configured: configured !== null,
    model: configured?.model.name ?? null,
    address: configured?.model.address ?? null,
  }));
};
