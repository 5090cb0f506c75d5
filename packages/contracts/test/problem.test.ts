import { expect, test } from 'vitest';
import { isProblemCode, PROBLEM_STATUS, PROBLEM_TITLE } from '../src/index.ts';

/** Clients decide by these: a code may be added, and is never removed or given another meaning. */
test('every code that was ever sent has the status it always had', () => {
  expect(PROBLEM_STATUS).toMatchObject({
    INVALID_REQUEST: 400,
    AUTH_REQUIRED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    METHOD_NOT_ALLOWED: 405,
    CONFLICT: 409,
    PAYLOAD_TOO_LARGE: 413,
    UNSUPPORTED_MEDIA_TYPE: 415,
    INVALID_QUERY: 422,
    RATE_LIMIT_EXCEEDED: 429,
    GATEWAY_ERROR: 500,
    INTERNAL_ERROR: 500,
    UPSTREAM_ERROR: 502,
    SERVICE_UNAVAILABLE: 503,
    DEADLINE_EXCEEDED: 504,
  });
  expect(Object.keys(PROBLEM_TITLE)).toEqual(Object.keys(PROBLEM_STATUS));
});

test.each(['toString', 'constructor', '__proto__', '', 'invalid_request'])('"%s" is no code', (code) =>
  expect(isProblemCode(code)).toBe(false),
);
test('a code is one', () => expect(isProblemCode('INVALID_QUERY')).toBe(true));
