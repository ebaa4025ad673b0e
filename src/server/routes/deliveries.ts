import { deliveryOperations } from '#contract/deliveries.ts';
import { listDeliveries, redeliver, testDelivery } from '#server/store/deliveries.ts';
import { routes } from './routes.ts';

export const deliveryRoutes = routes(deliveryOperations, {
  list: ({ scope, params, query }) => listDeliveries(scope, params.id, query),
  redeliver: ({ scope, params }) => redeliver(scope, params.id, params.delivery_id),
  test: ({ scope, params }) => testDelivery(scope, params.id),
});
