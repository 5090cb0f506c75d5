import { SERVICES } from '@clearspan/contracts';
import { host, logLevel, millis, port } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  EXTERNAL_API_SERVICE_PORT: port(SERVICES['external-api-service'].port),
  /** An OpenAI-compatible endpoint, with its version: `http://127.0.0.1:11434/v1`. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  OPENAI_TIMEOUT_MS: millis(15_000),
});
export type ExternalApiConfig = z.infer<typeof configSchema>;
