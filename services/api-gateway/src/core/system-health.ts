import type { SystemHealth } from '@clearspan/contracts';

type Downstream = SystemHealth['downstream_services'];

/** Services without which no question can be answered. The others make it slower or poorer, not impossible. */
const NEEDED: readonly string[] = ['query-service', 'validation-service'];

/** One needed service down: unhealthy. Any other one: degraded. */
export const overallStatus = (downstream: Downstream): SystemHealth['status'] => {
  const down = Object.entries(downstream).filter(([, { status }]) => status === 'unhealthy');
  if (down.some(([name]) => NEEDED.includes(name))) return 'unhealthy';
  const anyUnwell = down.length > 0 || Object.values(downstream).some(({ status }) => status === 'degraded');
  return anyUnwell ? 'degraded' : 'healthy';
};
