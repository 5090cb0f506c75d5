import { attributeText as text } from './attribute-text.ts';
import type { JsonTree } from './json-tree.ts';

/** Where a record comes from, as DataPrime's labels name it. */
export interface OriginLabels {
  readonly application: string;
  readonly subsystem: string;
  readonly service: string;
}

export const APPLICATION_DEFAULT = 'default';
export const SUBSYSTEM_DEFAULT = 'default';
/** What OpenTelemetry calls a service that does not say its name. */
const SERVICE_UNKNOWN = 'unknown_service';

/**
 * Labels of a resource. An attribute made for the very label (`cx.application.name`, `cx.subsystem.name`) wins over the
 * general ones (`service.namespace`, `service.name`).
 */
export const originLabels = (resource: { readonly [key: string]: JsonTree }): OriginLabels => {
  const service = text(resource['service.name']);
  return {
    application: text(resource['cx.application.name']) || text(resource['service.namespace']) || APPLICATION_DEFAULT,
    subsystem: text(resource['cx.subsystem.name']) || service || SUBSYSTEM_DEFAULT,
    service: service || SERVICE_UNKNOWN,
  };
};
