import { SERVICES } from '@clearspan/contracts';
import { host, logLevel, millis, port } from '@clearspan/service-kit';
import { z } from 'zod';
import { addressProblem } from './openai/allowed-address.ts';

/** A budget: 0 is no limit. */
const tokensPerDay = (fallback: number) =>
  z.coerce.number('expected a whole number of tokens, 0 for no limit').int().min(0).default(fallback);
const usd = () => z.coerce.number('expected US dollars, 0 or more').min(0);

const hosts = () =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    );

const variables = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  EXTERNAL_API_SERVICE_PORT: port(SERVICES['external-api-service'].port),
  /** An OpenAI-compatible endpoint, with its version: `http://127.0.0.1:11434/v1`. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  OPENAI_TIMEOUT_MS: millis(15_000),
  /** Hosts that may be called without TLS, and at addresses that are not public. */
  MODEL_ALLOWED_HOSTS: hosts(),
  /** The switch that turns every model call off. */
  MODEL_CALLS: z.enum(['on', 'off']).default('on'),
  MODEL_TOKENS_PER_DAY: tokensPerDay(2_000_000),
  MODEL_TOKENS_PER_DAY_PER_CALLER: tokensPerDay(500_000),
  MODEL_USD_PER_DAY: usd().default(5),
  MODEL_USD_PER_DAY_PER_CALLER: usd().default(2),
  MODEL_INPUT_USD_PER_MILLION: usd().optional(),
  MODEL_CACHED_INPUT_USD_PER_MILLION: usd().optional(),
  MODEL_OUTPUT_USD_PER_MILLION: usd().optional(),
  OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: z.enum(['true', 'false']).default('false'),
});

export const configSchema = variables.superRefine((config, context) => {
  if (config.OPENAI_BASE_URL === undefined) return;
  const message = addressProblem(config.OPENAI_BASE_URL, config.MODEL_ALLOWED_HOSTS);
  if (message !== null) context.addIssue({ code: 'custom', path: ['OPENAI_BASE_URL'], message });
});
export type ExternalApiConfig = z.infer<typeof configSchema>;
