import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type ExternalApiConfig } from './config.ts';
import type { ChatModel } from './core/chat-model.ts';
import { createUsage } from './core/usage.ts';
import { createOpenAiModel } from './openai/openai-model.ts';
import { chatRoutes } from './routes/chat.ts';

const NAME = 'external-api-service';

const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_DEFAULT_MODEL = 'gpt-4o-mini';

/** A model exists when someone named an endpoint or gave a key: nothing leaves the system by default. */
const modelOf = (config: ExternalApiConfig): ChatModel | null =>
  config.OPENAI_BASE_URL || config.OPENAI_API_KEY
    ? createOpenAiModel({
        baseUrl: config.OPENAI_BASE_URL ?? OPENAI_URL,
        model: config.OPENAI_MODEL ?? OPENAI_DEFAULT_MODEL,
        apiKey: config.OPENAI_API_KEY,
        timeoutMs: config.OPENAI_TIMEOUT_MS,
      })
    : null;

/** The one process that calls out of the system; without an endpoint or a key it calls nobody. */
export const startExternalApiService = (config: ExternalApiConfig): Promise<RunningService> =>
  startService({
    name: NAME,
    host: config.HOST,
    port: config.EXTERNAL_API_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => chatRoutes(app, modelOf(config), createUsage()),
  });

if (import.meta.main) await runService(NAME, configSchema, startExternalApiService);
