import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const SECRET = /TOKEN|KEY|SECRET|PASSWORD|HEADERS/;
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Pieces of a configuration schema. Each has a default, so that nothing needs to be set on one machine. */
export const port = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number('expected a port, 0 to 65535').int().min(0).max(65_535).default(fallback);

/** An http or https address. */
export const url = (fallback: string): z.ZodDefault<z.ZodURL> =>
  z.url({ protocol: /^https?$/, error: 'expected an http address' }).default(fallback);

/** Whole milliseconds, a day at most. */
export const millis = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number('expected milliseconds, 1 to 86400000').int().min(1).max(86_400_000).default(fallback);

/** A whole number of bytes, at least 1. */
export const bytes = (fallback: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number('expected a whole number of bytes, at least 1').int().min(1).default(fallback);

/** The least severe lines that are written. */
export const logLevel = (): z.ZodDefault<z.ZodEnum<{ [K in (typeof LEVELS)[number]]: K }>> =>
  z.enum(LEVELS).default('info');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The name of a header; empty means none. */
export const headerName = (): z.ZodDefault<z.ZodString> =>
  z
    .string()
    .regex(/^[\w-]{0,100}$/, 'expected the name of a header')
    .default('');

/** Where files are kept, as an absolute path. */
export const dataDir = (): z.ZodType<string> =>
  z
    .string()
    .min(1)
    .default('.clearspan')
    .transform((path) => resolve(path)) as unknown as z.ZodType<string>;

/** The address to listen on. There is no authentication yet, so nothing but loopback is accepted. */
export const host = (): z.ZodDefault<z.ZodString> =>
  z
    .string()
    .refine(
      (value) => LOOPBACK.test(value),
      'expected a loopback address: no authentication is configured, so other machines must not reach this service',
    )
    .default('127.0.0.1');

/** An address may hold a user and a password, or a key behind its `?`. */
const holdsSecret = (variable: string, value: string): boolean =>
  SECRET.test(variable) || /\/\/(?:[^/]*@|.*[?#])/.test(value);

const describe = (variable: string, message: string, env: NodeJS.ProcessEnv): string => {
  const value = env[variable];
  const found =
    value === undefined
      ? 'nothing'
      : holdsSecret(variable, value)
        ? 'a value that is not shown'
        : JSON.stringify(value);
  // The schema library begins its messages in several ways; all of them come to what was expected.
  const expected = message.replace(/^.*?(?=expected )/, '').replace(/, received \w+$/, '');
  return `${variable}: ${expected}, found ${found}`;
};

/** What is wrong with the environment, one line for each variable; empty when it is fine. */
export const configErrors = (schema: z.ZodObject, env: NodeJS.ProcessEnv): string[] => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => describe(String(path[0]), message, env));
};

/** The configuration of a process, from its environment. A wrong value ends the process: exit code 2. */
export const readConfig = <T extends z.ZodObject>(schema: T, env: NodeJS.ProcessEnv): z.infer<T> => {
  // An empty variable is one that was not meant.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const errors = configErrors(schema, set);
  if (errors.length === 0) return schema.parse(set);
  for (const error of errors) process.stderr.write(`${error}\n`);
  process.exit(2);
};

/** Whether an address is one that only this machine reaches. */
export const isLoopback = (address: string): boolean =>
  LOOPBACK.test(address) && (isIP(address) > 0 || address === 'localhost');
