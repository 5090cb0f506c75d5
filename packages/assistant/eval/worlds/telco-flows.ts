import type { Values, Work } from './otlp-span.ts';
import type { Dice } from './seeded.ts';

/** A span and those within it. */
export interface Step {
  readonly service: string;
  readonly work: Work;
  /** How many times as long as usual it takes. */
  readonly drag: number;
  readonly error?: string;
  readonly within: readonly Step[];
}

export type Flow = (random: Dice, ms: number) => { readonly step: Step; readonly more: Values };

type Error = string | undefined;

const isWithin = (ms: number, day: number, from: number, to: number): boolean =>
  ms >= Date.UTC(2026, 10, day) + from * 3_600_000 && ms < Date.UTC(2026, 10, day) + to * 3_600_000;

const made = (service: string, work: Work, drag: number, error: Error, within: readonly Step[] = []): Step => ({
  service,
  work,
  drag,
  ...(error === undefined ? {} : { error }),
  within,
});

const serve = (
  service: string,
  method: string,
  route: string,
  status: number,
  error: Error,
  within: readonly Step[],
): Step => {
  const of = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  return made(service, { kind: 2, name: `${method} ${route}`, of }, 1, error, within);
};

const call = (service: string, host: string, drag: number, error: Error): Step => {
  const of = { 'http.request.method': 'POST', 'server.address': host, 'http.response.status_code': error ? 504 : 200 };
  return made(service, { kind: 3, name: 'POST', of }, drag, error);
};

const store = (random: Dice, service: string, error: Error): Step => {
  const operation = random.pick(['SELECT', 'SELECT', 'SELECT', 'INSERT', 'UPDATE']);
  const of = { 'db.system': 'oracle', 'db.operation.name': operation };
  return made(
    service,
    { kind: 3, name: `${operation} ${service.replace('-', '_')}`, of },
    random.pick([1, 1, 4]),
    error,
  );
};

const hlr = (random: Dice, service: string, error: Error): Step => {
  const method = random.pick(['CreateSubscriber', 'CreateSubscriber', 'GetSubscriber']);
  const of = { 'rpc.system': 'grpc', 'rpc.service': 'hlr', 'rpc.method': method };
  return made(service, { kind: 3, name: `hlr/${method}`, of }, error ? 90 : random.pick([2, 3, 8]), error);
};

const TARIFFS = ['prepaid-s', 'prepaid-l', 'flex', 'flex', 'flex-xl', 'biz-unlimited'] as const;

const activation: Flow = (random, ms) => {
  const bad = random.chance(isWithin(ms, 20, 8.5, 9) ? 0.8 : 0.09) ? 'HLR_TIMEOUT' : undefined;
  const badStore = random.chance(bad ? 0.35 : 0.03) ? 'DB_TIMEOUT' : undefined;
  const error = bad ?? badStore;
  const status = error ? 503 : 201;
  const name = 'sim-activation';
  const inner = serve(name, 'POST', '/v1/activations', status, error, [
    hlr(random, name, bad),
    store(random, name, badStore),
  ]);
  const step = serve('selfcare-api', 'POST', '/v1/activations', status, error, [inner]);
  return { step, more: { tariff: random.pick(TARIFFS) } };
};

const topup: Flow = (random, ms) => {
  const isSlow = isWithin(ms, 19, 17, 18.4);
  const host = random.pick([
    'pay.cardhub.example',
    'pay.cardhub.example',
    'vouchers.telco.example',
    'api.palpay.example',
  ]);
  const slow = isSlow && host === 'pay.cardhub.example';
  const error = random.chance(slow ? 0.8 : 0.06) ? 'PSP_TIMEOUT' : undefined;
  const inner = serve('topup', 'POST', '/v1/topups', error ? 502 : 200, error, [
    store(random, 'topup', undefined),
    call('topup', host, slow ? 240 : random.pick(host === 'api.palpay.example' ? [4, 20] : [3, 9]), error),
  ]);
  const step = serve('selfcare-api', 'POST', '/v1/topups', error ? 502 : 200, error, [inner]);
  return { step, more: { tariff: random.pick(['prepaid-s', 'prepaid-l']) } };
};

const selfcare: Flow = (random, ms) => {
  const route = random.pick(['/v1/me', '/v1/usage', '/v1/invoices']);
  const bad = route === '/v1/invoices' && random.chance(isWithin(ms, 19, 10, 12.6) ? 0.7 : 0.08);
  const error = bad ? 'RENDER_PDF' : undefined;
  const within = route === '/v1/invoices' ? [store(random, 'invoicing', undefined)] : [];
  const step = serve('selfcare-api', 'GET', route, bad ? 500 : random.pick([200, 200, 200, 401]), error, within);
  return { step, more: { tariff: random.pick(TARIFFS) } };
};

const partner: Flow = (random, ms) => {
  const name = isWithin(ms, 20, 10, 10.7)
    ? 'valuemart'
    : random.pick(['valuemart', 'simplytalk', 'gridmeter', 'taxi-plus']);
  const route = random.pick(['/v1/numbers', '/v1/usage', '/v1/porting']);
  const refused = name === 'valuemart' && random.chance(isWithin(ms, 20, 10, 10.7) ? 0.7 : 0.06);
  const bad = !refused && random.chance(name === 'gridmeter' ? 0.18 : 0.05) ? 'DB_TIMEOUT' : undefined;
  const inner = route === '/v1/usage' ? 'mediation' : 'number-porting';
  const drag = random.chance(0.12) ? 60 : 3;
  const within = refused ? [] : [{ ...store(random, inner, bad), drag }];
  const status = refused ? 429 : bad ? 500 : 200;
  const step = serve('partner-gw', random.pick(['GET', 'GET', 'POST']), route, status, bad, within);
  return { step, more: random.chance(0.9) ? { partner: name } : {} };
};

const network: Flow = (random) => {
  const name = random.pick(['sms-gw', 'cell-watch', 'invoicing']);
  const error = random.chance(0.07) ? 'ROUTE_DOWN' : undefined;
  const work = { kind: 1, name: name === 'invoicing' ? 'billing run' : `${name} poll`, of: {} };
  const step = made(name, work, 6, name === 'invoicing' ? undefined : error, [store(random, name, undefined)]);
  return { step, more: {} };
};

/** The first is the activation of a card. */
export const FLOWS: readonly Flow[] = [activation, topup, topup, selfcare, partner, network];
