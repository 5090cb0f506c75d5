import { type ServiceHealth, serviceHealth } from '@clearspan/contracts';
import { prometheusText, VERSION } from '@clearspan/instrumentation';
import type { ServiceApp } from './service-app.ts';

/** Something a service needs to be of use. `check` fails with a message when it is not there. */
export interface ReadinessCheck {
  readonly name: string;
  readonly check: () => Promise<void> | void;
  /** True where a part of the service works without it: it is ready all the same, and degraded. */
  readonly partial?: boolean;
}

export interface SystemRoutesDeps {
  readonly name: string;
  readonly checks: readonly ReadinessCheck[];
  /** True from the moment a stop was asked for. */
  readonly draining: () => boolean;
}

type Status = ServiceHealth['status'];
type Checked = Record<string, { status: Status; error?: string }>;

const runChecks = async (checks: readonly ReadinessCheck[]): Promise<Checked> =>
  Object.fromEntries(
    await Promise.all(
      checks.map(async ({ name, check, partial }) => {
        try {
          await check();
          return [name, { status: 'healthy' as const }];
        } catch (error) {
          const status: Status = partial ? 'degraded' : 'unhealthy';
          return [name, { status, error: (error as Error).message }];
        }
      }),
    ),
  );

const worst = (checked: Checked): Status => {
  const found = new Set(Object.values(checked).map(({ status }) => status));
  return found.has('unhealthy') ? 'unhealthy' : found.has('degraded') ? 'degraded' : 'healthy';
};

/** Whether everything a service needs is there. */
export const areReady = async (checks: readonly ReadinessCheck[]): Promise<boolean> =>
  worst(await runChecks(checks)) !== 'unhealthy';

const OPTIONS = { config: { untraced: true, unlimited: true }, logLevel: 'silent' as const };

/** `/health`, `/health/live`, `/health/ready` and `/metrics`: on every service, never traced. */
export const systemRoutes = (app: ServiceApp, { name, checks, draining }: SystemRoutesDeps): void => {
  app.get(
    '/health',
    { ...OPTIONS, schema: { hide: true, response: { 200: serviceHealth, 503: serviceHealth } } },
    async (_, reply) => {
      const checked = await runChecks(checks);
      const status = draining() ? 'unhealthy' : worst(checked);
      return reply.code(status === 'unhealthy' ? 503 : 200).send({
        status,
        service: name,
        version: VERSION,
        uptime_s: Math.round(process.uptime()),
        checks: checked,
        pid: process.pid,
        timestamp: new Date().toISOString(),
      });
    },
  );
  app.get('/health/live', { ...OPTIONS, schema: { hide: true } }, () => ({ status: 'alive' }));
  app.get('/health/ready', { ...OPTIONS, schema: { hide: true } }, async (_, reply) => {
    const checked = await runChecks(checks);
    const ready = worst(checked) !== 'unhealthy' && !draining();
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : draining() ? 'draining' : 'not ready', checks: checked });
  });
  app.get('/metrics', { ...OPTIONS, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await prometheusText()),
  );
};
