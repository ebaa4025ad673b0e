/** First parts of addresses that belong to the gateway: nothing below them is a page of the dashboard. */
export const gatewayPaths = ['api', 'assets', 'carrier', 'events', 'healthz', 'hooks', 'media', 'metrics', 'session'];
