/** `service.name`. */
export const NAME = 'backend-service' as const;
