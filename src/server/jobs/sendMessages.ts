import type { Carrier } from '#server/carrier/carrier.ts';
import { sendTexts } from '#server/store/messagesSend.ts';
import type { Backstage } from '#server/store/scope.ts';
import type { Worker } from './queue.ts';

/**
 * Hands messages over to the phone network. A batch that fails half-way is handed over again under the same ids, so
 * every text arrives once.
 */
export const sendMessages = (scope: Backstage, carrier: Carrier): Worker<'messages.send'> => ({
  queue: 'messages.send',
  batchSize: 50,
  run: (jobs) => sendTexts(scope, carrier, jobs),
});
