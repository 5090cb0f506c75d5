import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type ExternalApiConfig } from './config.ts';
import { createChatDesk } from './core/chat-desk.ts';
import { budgetOf, pricesOf } from './core/configured.ts';
import { createOpenAiModel } from './openai/openai-model.ts';
import { type ConfiguredModel, chatRoutes } from './routes/chat.ts';

const NAME = 'external-api-service';

const OPENAI_URL = 'https://api.openai.com/v1';
const OPENAI_DEFAULT_MODEL = 'gpt-4o-mini';

/** A model exists when someone named an endpoint or gave a key: nothing leaves the system by default. */
const configuredModel = (config: ExternalApiConfig): ConfiguredModel | null => {
  const isNamed = config.OPENAI_BASE_URL !== undefined || config.OPENAI_API_KEY !== undefined;
  if (!isNamed || config.MODEL_CALLS === 'off') return null;
  const model = createOpenAiModel({
    baseUrl: config.OPENAI_BASE_URL ?? OPENAI_URL,
    model: config.OPENAI_MODEL ?? OPENAI_DEFAULT_MODEL,
    apiKey: config.OPENAI_API_KEY,
    timeoutMs: config.OPENAI_TIMEOUT_MS,
    allowedHosts: config.MODEL_ALLOWED_HOSTS,
  });
  const captureContent = config.OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT === 'true';
  return {
    model,
    desk: createChatDesk({ model, prices: pricesOf(config), limits: budgetOf(config), captureContent }),
  };
};

/** The one process that calls out of the system; without an endpoint or a key it calls nobody. */
export const startExternalApiService = (config: ExternalApiConfig): Promise<RunningService> => {
  const configured = configuredModel(config);
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.EXTERNAL_API_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => chatRoutes(app, configured),
    ...(configured ? { close: () => configured.model.close() } : {}),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startExternalApiService);
