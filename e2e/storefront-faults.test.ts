import type { FaultList, FaultState } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { FAULT_CASES, type FaultCase, type Scene, type SeenWindow } from './support/fault-cases.ts';
import { get, post } from './support/http.ts';
import { sumOf } from './support/prometheus-text.ts';
import { type Shop, shopOf, type Visit } from './support/shop.ts';
import { openWindow, telemetryOf, type Window } from './support/shop-window.ts';
import { clearspan, type System, startSystem } from './support/system.ts';

let system: System;
let shop: Shop;
let scene: Scene;

const counting = (from: number): (() => number) => {
  let id = from;
  return () => id++;
};

/** Two that are sold out, of the products that no test asks for otherwise. */
const findSoldOut = async (): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let id = 4_000; found.length < 2; id += 1)
    if ((await shop.visit(`/product/${id}`)).body.product_data.product.stock === 0) found.push(id);
  return found;
};

beforeAll(async () => {
  system = await startSystem(19_300, {
    examples: ['storefront'],
    env: {
      STOREFRONT_TRAFFIC: 'off',
      STOREFRONT_CACHE_TTL_MS: '2000',
      STOREFRONT_MEMORY_LOG_MS: '250',
      STOREFRONT_SLOW_QUERY_MS: '50',
      METRICS_COLLECTION_INTERVAL: '1000',
      RATE_LIMIT_PER_MINUTE: '10000',
    },
  });
  shop = shopOf(system);
  scene = { shop, fresh: { user: counting(5_000), product: counting(1_000) }, soldOut: await findSoldOut() };
});

afterAll(() => system?.stop());

/** The command line of whoever operates the shop. */
const demo = (...args: readonly string[]) => clearspan(['demo', ...args, '--data', system.data]);
const demoText = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await demo(...args);
  if (code !== 0) throw new Error(`demo ${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
};

const faultList = async (): Promise<FaultList> => (await get(`${system.url('frontend-service')}/faults`)).body;
const faultsOn = ({ faults }: FaultList): readonly string[] => faults.filter(({ on }) => on).map(({ name }) => name);

/** After a fault breakers may be open, and let only some visits through. Ends when the last visit is told of. */
const atRest = async (): Promise<void> => {
  const last = await eventually('the shop answers, with every breaker closed', async () => {
    const visit = await shop.visit(`/user/${scene.fresh.user()}`);
    const samples = await Promise.all(['frontend-service', 'backend-service'].map((service) => shop.samples(service)));
    const closed = samples.every((own) => sumOf(own, 'circuit_breaker_state') === 0);
    return visit.status === 200 && closed ? visit : undefined;
  });
  await shop.trace(last.traceId, ({ spans }) => spans.some(({ service }) => service === 'database-service'));
};

/** Spans by service and by the fault that they say has caused them. */
const marksIn = async (window: { readonly from: Date; readonly to: Date }): Promise<readonly string[]> => {
  const rows = await shop.query(
    "source spans | filter tags['demo.simulated'] == 'true' | countby $l.subsystemName as service, tags['demo.fault'] as fault",
    window,
  );
  return rows.map(({ $d }) => `${$d.service}: ${$d.fault}`).sort();
};

describe.each(FAULT_CASES)('$name', ({ name, params = {}, by, visit, tells, during, otherwise }: FaultCase) => {
  let fault: FaultState;
  const windows: (Window & { readonly visits: readonly Visit[] })[] = [];

  const switchOn = async (): Promise<void> => {
    const sets = Object.entries(params).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    if (by === 'command line') expect(await demoText('fault', name, ...sets)).toMatch(new RegExp(`^${name} is on`));
    else await shop.on(name, params);
  };
  const switchOff = async (): Promise<void> => {
    if (by === 'command line') expect(await demoText('fault', name, '--off')).toBe(`${name} is off\n`);
    else await shop.off(name);
  };
  const look = async (): Promise<void> => {
    const close = await openWindow(shop);
    const visits = await visit(scene);
    windows.push({ ...(await close(visits.length)), visits });
  };

  beforeAll(async () => {
    fault = (await faultList()).faults.find((one) => one.name === name) as FaultState;
    await atRest();
    await look();
    await switchOn();
    await look();
    await switchOff();
    await atRest();
    await look();
    for (const window of windows) await telemetryOf(shop, window);
  });

  const seen = async (window: number): Promise<SeenWindow> => {
    const found = windows[window] as (typeof windows)[number];
    return { ...found, rows: (await shop.query(fault.query, found)).map(({ $d }) => $d) };
  };

  test('shows in its query while it is on, and neither before nor after', async () => {
    expect({
      before: tells(await seen(0)),
      during: tells(await seen(1)),
      after: tells(await seen(2)),
    }).toEqual({ before: otherwise, during, after: otherwise });
  });

  test('marks the spans that it causes, and no others', async () => {
    const marks = await Promise.all(windows.map(marksIn));
    expect(marks).toEqual([[], [`${fault.service}: ${name}`], []]);
  });
});

test('every fault of the catalog has a case', async () => {
  const { faults } = await faultList();
  expect(FAULT_CASES.map(({ name }) => name).sort()).toEqual(faults.map(({ name }) => name).sort());
});

const traffic = async () => (await get(`${system.url('storefront-traffic')}/traffic`)).body;
const visitorsCome = async (rate: number): Promise<void> => {
  await demoText('traffic', 'start', '--rate', String(rate), '--users', '30', '--think-ms', '200', '--seed', '7');
};

describe('traffic', () => {
  let window: Window;
  let figures: { readonly requests: number; readonly by_status: Readonly<Record<string, number>> };

  beforeAll(async () => {
    await atRest();
    const close = await openWindow(shop);
    await visitorsCome(30);
    await eventually('requests that were answered, and some that were not found', async () => {
      const { by_status } = (await traffic()).figures;
      return by_status['200'] >= 80 && by_status['404'] >= 1 ? true : undefined;
    });
    expect(await demoText('traffic', 'stop')).toMatch(/^nobody comes/);
    ({ figures } = await traffic());
    window = await close(figures.requests);
    await telemetryOf(shop, window);
  });

  test('is counted by status as the frontend counts it', () => {
    for (const [status, requests] of Object.entries(figures.by_status))
      expect(window.grown('frontend-service', 'frontend_requests_total', { status }), status).toBe(requests);
    const all = Object.values(figures.by_status).reduce((total, requests) => total + requests, 0);
    expect([all, figures.by_status.no_answer]).toEqual([figures.requests, undefined]);
  });

  test('makes a trace of each request, whose one root is the page', async () => {
    const rows = await shop.query(
      "source spans | filter $l.applicationName == 'storefront' | distinct traceID",
      window,
    );
    expect(rows).toHaveLength(figures.requests);
    for (const { $d } of rows) {
      const { body } = await get(`${system.url('api-gateway')}/api/traces/${$d.traceID}`);
      const roots = body.spans.filter(({ parent_id }: { parent_id: string | null }) => parent_id === null);
      expect(roots, $d.traceID).toMatchObject([{ service: 'frontend-service', kind: 'server' }]);
      const ids = new Set(body.spans.map(({ span_id }: { span_id: string }) => span_id));
      for (const { parent_id, name } of body.spans)
        expect(parent_id === null || ids.has(parent_id), `${$d.traceID} ${name}`).toBe(true);
    }
  });
});

describe('an incident', () => {
  const incident = (): string => `${system.url('storefront-traffic')}/incident`;

  beforeAll(() => visitorsCome(5));
  afterAll(() => demoText('traffic', 'stop'));

  test('begins by the command line, and ends by it with everything off', async () => {
    expect(await demoText('incident', 'slow-burn', '--minutes', '1')).toMatch(/^slow-burn: /);
    expect((await get(incident())).body.running).toMatchObject({ scenario: 'slow-burn', minutes: 1, step: 0 });
    await eventually('its first fault', async () =>
      faultsOn(await faultList()).includes('memory_leak') ? true : undefined,
    );
    expect(await demoText('incident', '--stop')).toBe('no incident is running\n');
    expect(faultsOn(await faultList())).toEqual([]);
  });

  test('goes through its timetable, and ends by itself with everything off', async () => {
    const from = new Date();
    const { status } = await post(incident(), { scenario: 'black-friday', minutes: 0.1 });
    expect(status).toBe(202);
    await eventually('its end', async () => ((await get(incident())).body.running === null ? true : undefined));
    await eventually('every fault is off', async () => (faultsOn(await faultList()).length === 0 ? true : undefined));
    const { scenarios } = (await get(incident())).body;
    const { steps } = scenarios.find(({ name }: { name: string }) => name === 'black-friday');
    const told = [...steps.map(({ does }: { does: string }) => does), 'everything is switched off again'];
    await eventually('its steps in the log', async () => {
      const rows = await shop.query(
        "source logs | filter logRecord.body == 'the incident goes on' | orderby $m.timestamp | choose logRecord.attributes.step as step",
        { from, to: new Date() },
      );
      return JSON.stringify(rows.map(({ $d }) => $d.step)) === JSON.stringify(told) ? true : undefined;
    });
    await eventually('spans that it has changed', async () =>
      (await marksIn({ from, to: new Date() })).includes('backend-service: cache_disabled') ? true : undefined,
    );
  });
});

describe('a quiz', () => {
  beforeAll(() => visitorsCome(10));
  afterAll(() => demoText('traffic', 'stop'));

  test('does not begin beside a fault that is on', async () => {
    await shop.on('log_storm');
    const refused = await demo('quiz');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('found log_storm on')]);
    await shop.off('log_storm');
  });

  test('hides a fault until it is revealed, and nothing is on then', async () => {
    await atRest();
    const from = new Date();
    const told = await demoText('quiz', '--seed', '12');
    const list = await faultList();
    expect([list.hidden, faultsOn(list)]).toEqual([1, []]);
    for (const { name } of list.faults) expect(told).not.toContain(name);
    const [mark = ''] = await eventually('spans of a fault without a name', async () => {
      const marks = await marksIn({ from, to: new Date() });
      return marks.length > 0 ? marks : undefined;
    });
    expect(mark).toMatch(/: hidden$/);

    const revealed = await demoText('reveal');
    const [, name] = /^It was (\w+) in \S+, and is off now\./.exec(revealed) ?? [];
    const fault = list.faults.find((one) => one.name === name) as FaultState;
    expect(mark).toBe(`${fault.service}: hidden`);
    expect(revealed).toContain(`\nAsked as: ${fault.question}\nShown by: ${fault.query}\nRead off: ${fault.shows}\n`);
    expect(told).toContain(fault.question);
    // Errors of a service that has none otherwise.
    expect(name).toBe('payment_errors');
    await eventually('rows of its query', async () =>
      (await shop.query(fault.query, { from, to: new Date() })).length > 0 ? true : undefined,
    );
    expect(await faultList()).toMatchObject({ hidden: 0 });

    await demoText('traffic', 'stop');
    await atRest();
    const close = await openWindow(shop);
    await shop.visit(`/user/${scene.fresh.user()}`);
    await shop.visit(`/product/${scene.fresh.product()}`);
    const after = await close(2);
    await telemetryOf(shop, after);
    expect(await marksIn(after)).toEqual([]);
  });
});
