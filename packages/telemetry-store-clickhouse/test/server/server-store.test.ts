import { openServerStore } from '../../src/index.ts';
import { describeStore } from '../conformance/store-contract.ts';
import { serverUnderTest } from '../support/server-under-test.ts';

for (const [name, named] of [
  ['a store on one server', null],
  ['a store on a cluster', 'obs'],
] as const)
  describeStore(name, async () => {
    const server = await serverUnderTest(named);
    const store = await openServerStore({ ...server, retentionDays: null });
    return {
      store,
      close: async () => {
        await store.close();
        await server.close();
      },
    };
  });
