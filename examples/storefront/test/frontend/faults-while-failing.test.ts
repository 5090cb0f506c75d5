import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemAnswer } from '../support/problem-answer.ts';
import { type FrontendHarness, startHarness } from './frontend-harness.ts';

let shop: FrontendHarness;
beforeEach(async () => {
  shop = await startHarness();
});
afterEach(() => shop.stop());

test('faults are switched also when the service behind has failed too often to be called', async () => {
  shop.answerWith(() => problemAnswer('SERVICE_UNAVAILABLE', 'no connection was free in time'));
  const failed = async (): Promise<string> => (await shop.get('/user/7')).body.detail;
  let detail = '';
  for (let asked = 0; asked < 50 && !detail.includes('failed too often'); asked += 1) detail = await failed();
  expect(detail).toContain('backend-service failed too often');
  expect(await shop.fault({ name: 'pool_exhaustion', on: false })).toMatchObject({ status: 200 });
});
