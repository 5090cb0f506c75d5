import { describe, expect, test } from 'vitest';
import { isOrder } from '../../src/router/orders.ts';
import { refusalOf } from '../../src/router/refusals.ts';
import { NO_ORDERS } from '../tables/no-orders.ts';
import { ORDERS } from '../tables/orders.ts';

describe('orders', () => {
  test.each(ORDERS)('%s is declined', (text) => {
    expect(refusalOf(text)).not.toBeNull();
  });

  test.each(NO_ORDERS)('%s is none', (text) => {
    expect(isOrder(text)).toBe(false);
    expect(refusalOf(text)).toBeNull();
  });
});
