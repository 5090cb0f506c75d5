import type { Attributes, Exception } from '@opentelemetry/api';

/** What the semantic conventions say of an exception; null when it says nothing of itself. */
export const exceptionAttributes = (exception: Exception): Attributes | null => {
  if (typeof exception === 'string') return exception === '' ? null : { 'exception.message': exception };
  const { code, name, message, stack } = exception;
  const type = code ? String(code) : name;
  if (!type && !message) return null;
  return {
    ...(type ? { 'exception.type': type } : {}),
    ...(message ? { 'exception.message': message } : {}),
    ...(stack ? { 'exception.stacktrace': stack } : {}),
  };
};
