/** `service.version` of the shop, and of the deploy that goes wrong. */
export const SHOP_VERSION = '1.0.0';
export const BAD_VERSION = '1.1.0';
