import { Hono } from 'hono';
import { HandedOverFilter, InboundText, InternationalPhone } from '#contract/carrier.ts';
import type { SimulatedCarrier } from '#server/carrier/simulated.ts';
import { notFound, Refused } from '#server/store/errors.ts';
import { receiveText } from '#server/store/messagesReceive.ts';
import type { Backstage } from '#server/store/scope.ts';
import { limitBody } from './body.ts';
import { pageHeaders } from './pageHeaders.ts';
import { requireStorable } from './storable.ts';

/** The simulated phone network, for whoever sits at this computer. */
export const carrierRoutes = (scope: Backstage, carrier: SimulatedCarrier) =>
  new Hono()
    .post('/carrier/inbound', limitBody, async (c) => {
      // Other types pass between sites without a preflight: a foreign page could text in.
      if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
        throw new Refused(415, 'The request body must be application/json');
      }
      const text = InboundText.parse(await c.req.json().catch(() => null));
      requireStorable(text);
      await receiveText(scope, text);
      return c.json({ accepted: true }, 201);
    })
    .get('/carrier/phones/:phone/messages', async (c) => {
      const phone = InternationalPhone.safeParse(c.req.param('phone'));
      if (!phone.success) throw notFound('Phone');
      return c.json(await carrier.receivedBy(phone.data));
    })
    .get('/carrier/messages', async (c) => {
      const filter = HandedOverFilter.parse(c.req.query());
      const { items, total } = await carrier.handedOver(filter);
      return c.json(items, 200, pageHeaders(filter, total));
    });
