import { LOCAL_CALLER } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { createCallers } from '../src/core/callers.ts';

const byProxy = createCallers({ userHeader: 'X-User', teamHeader: 'X-Team', admins: ['root'] });

test('without a proxy everyone is the one person of this machine, whatever the request says', () => {
  const local = createCallers({ userHeader: '', teamHeader: '', admins: [] });
  expect(local({ 'x-user': 'ann', '': 'bob' })).toEqual(LOCAL_CALLER);
});

test('a proxy says who asks, and of which team', () => {
  expect(byProxy({ 'x-user': ' ann ', 'x-team': 'shop' })).toEqual({ user: 'ann', team: 'shop', admin: false });
  expect(byProxy({ 'x-user': 'root' })).toEqual({ user: 'root', team: null, admin: true });
});

test.each([[{}], [{ 'x-user': '' }], [{ 'x-user': ['ann', 'root'] }], [{ 'x-user': 'a'.repeat(201) }]])(
  'nobody is taken for somebody: %j',
  (headers) => {
    expect(byProxy(headers)).toBeNull();
  },
);
