import { SERVICES, type ServiceName } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';

/** `GET /api/services/status`: what this gateway knows of each service from its own calls. */
export const servicesStatusRoute = (app: ServiceApp, mesh: MeshClient, version: string): void => {
  app.get('/api/services/status', { schema: { summary: 'Services and their breakers', tags: ['system'] } }, () => {
    const services = Object.entries(mesh.status()).map(([name, status]) => ({
      name,
      url: status.url,
      version,
      priority: 1,
      tags: [],
      capabilities: [SERVICES[name as ServiceName].role],
      instances: [status.url],
      health: status.health,
      circuitBreaker: status.circuitBreaker,
      metrics: status.metrics,
    }));
    const count = (state: string): number => services.filter(({ health }) => health.status === state).length;
    const now = new Date().toISOString();
    return {
      success: true,
      data: {
        initialized: true,
        totalServices: services.length,
        healthyServices: count('healthy'),
        unhealthyServices: count('unhealthy'),
        openCircuitBreakers: services.filter(({ circuitBreaker }) => circuitBreaker.state === 'OPEN').length,
        services,
        lastUpdate: now,
      },
      timestamp: now,
    };
  });
};
