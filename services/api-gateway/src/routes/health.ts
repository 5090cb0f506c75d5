import { type ServiceName, type SystemHealth, serviceHealth, systemHealth } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import type { RouteStats } from '../core/route-stats.ts';
import { overallStatus } from '../core/system-health.ts';
import { HEALTH_MS } from '../downstream/health-checks.ts';

const ask = async (mesh: MeshClient, name: ServiceName): Promise<SystemHealth['downstream_services'][string]> => {
  const started = performance.now();
  const answer = await mesh.call({
    service: name,
    method: 'GET',
    path: '/health',
    deadlineMs: HEALTH_MS,
    untraced: true,
  });
  const response_time_ms = Math.round((performance.now() - started) * 100) / 100;
  if (!answer.ok) return { status: 'unhealthy', response_time_ms, error: answer.error.message };
  const parsed = serviceHealth.safeParse(answer.data);
  return parsed.success
    ? { status: parsed.data.status, response_time_ms }
    : { status: 'degraded', response_time_ms, error: 'answered something that is not a health report' };
};

export interface HealthDeps {
  readonly mesh: MeshClient;
  readonly services: readonly ServiceName[];
  readonly stats: RouteStats;
  readonly version: string;
}

/** `GET /api/health`: every service asked at once. */
export const healthRoute = (app: ServiceApp, { mesh, services, stats, version }: HealthDeps): void => {
  app.get(
    '/api/health',
    {
      config: { untraced: true, unlimited: true },
      schema: {
        summary: 'Health of the whole system',
        tags: ['system'],
        response: { 200: systemHealth, 503: systemHealth },
      },
    },
    async (_request, reply) => {
      const answers = await Promise.all(services.map(async (name) => [name, await ask(mesh, name)] as const));
      const downstream_services = Object.fromEntries(answers);
      const status = overallStatus(downstream_services);
      const figures = stats.figures();
      const sum = (key: 'requests' | 'errors'): number => figures.reduce((total, figure) => total + figure[key], 0);
      return reply.code(status === 'unhealthy' ? 503 : 200).send({
        status,
        service: 'api-gateway',
        version,
        uptime_s: Math.round(process.uptime()),
        stats: { requests: sum('requests'), errors: sum('errors'), limited: stats.limitedTotal() },
        downstream_services,
        timestamp: new Date().toISOString(),
      });
    },
  );
};
