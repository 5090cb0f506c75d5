import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import type { TelemetrySettings } from './settings.ts';

/** What this process is; `OTEL_RESOURCE_ATTRIBUTES` adds to it and may override. */
export const resourceOf = ({ serviceName, serviceVersion }: TelemetrySettings): Resource =>
  defaultResource()
    .merge(
      resourceFromAttributes({
        'service.name': serviceName,
        'service.version': serviceVersion,
        'service.namespace': 'clearspan',
        'service.instance.id': randomUUID(),
        'process.pid': process.pid,
        'host.name': hostname(),
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }))
    // The name of the process is the one it was started under: one process, one service.name.
    .merge(resourceFromAttributes({ 'service.name': serviceName }));
