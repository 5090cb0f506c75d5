/** `service.name`. */
export const NAME = 'frontend-service' as const;
