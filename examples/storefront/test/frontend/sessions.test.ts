import { expect, test } from 'vitest';
import { sessionOf } from '../../src/frontend/session-cookie.ts';
import { createSessions } from '../../src/frontend/sessions.ts';

const ID = '0b7c1d2e-3f40-4a51-8b62-9c73ad84be95';

test('a visitor is active for five minutes after it was last seen', () => {
  let nowMs = 50;
  const sessions = createSessions(10, () => nowMs);
  sessions.seen('a');
  nowMs += 200_000;
  sessions.seen('b');
  sessions.seen('b');
  expect(sessions.active()).toBe(2);
  nowMs += 100_001;
  expect(sessions.active()).toBe(1);
  sessions.seen('a');
  nowMs += 200_000;
  expect(sessions.active()).toBe(1);
  nowMs += 100_001;
  expect(sessions.active()).toBe(0);
});

test('as many are known as are allowed, those seen last', () => {
  const sessions = createSessions(100, () => 1);
  for (let i = 0; i < 1_000; i++) sessions.seen(`s${i}`);
  expect(sessions.active()).toBe(100);
});

test.each([
  [`session=${ID}`, ID],
  [`theme=dark; session=${ID}; lang=en`, ID],
  [`session=${ID.toUpperCase()}`, ID],
])('%s is the session', (cookies, id) => {
  expect(sessionOf(cookies)).toEqual({ id, setCookie: null });
});

test.each([
  undefined,
  '',
  'session=',
  'session=admin',
  `session=${ID}0`,
  `xsession=${ID}`,
  `session=${ID.replace('-', '')}`,
])('%s is no session, so there is a new one', (cookies) => {
  const { id, setCookie } = sessionOf(cookies);
  expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(setCookie).toBe(`session=${id}; HttpOnly; SameSite=Lax; Path=/`);
  expect(sessionOf(cookies).id).not.toBe(id);
});
