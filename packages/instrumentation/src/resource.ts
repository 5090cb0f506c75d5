import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { defaultResource, type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  ATTR_SERVICE_INSTANCE_ID,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_NAMESPACE,
  ATTR_SERVICE_VERSION,
} from '@opentelemetry/semantic-conventions';
import { OWN_NAMESPACE } from './settings.ts';
import { VERSION } from './version.ts';

/** What all telemetry of this process says about where it comes from. The given attributes win. */
export const processResource = (serviceName: string, given: Readonly<Record<string, string>>): Resource =>
  defaultResource().merge(
    resourceFromAttributes({
      [ATTR_SERVICE_NAMESPACE]: OWN_NAMESPACE,
      [ATTR_SERVICE_VERSION]: VERSION,
      [ATTR_SERVICE_INSTANCE_ID]: randomUUID(),
      'process.pid': process.pid,
      'host.name': hostname(),
      ...given,
      [ATTR_SERVICE_NAME]: serviceName,
    }),
  );
