import { type RunningService, type ServiceSettings, startService } from '../src/index.ts';

/** A service on a free port that says nothing. */
export const quietService = (
  register: ServiceSettings['register'],
  settings: Partial<ServiceSettings> = {},
): Promise<RunningService> =>
  startService({
    name: 'test-service',
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    register,
    ...settings,
  });
