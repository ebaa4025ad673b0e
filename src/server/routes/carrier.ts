import { type Context, Hono } from 'hono';
import { HandedOverFilter, InboundText, InternationalPhone, PhoneState } from '#contract/carrier.ts';
import type { SimulatedCarrier } from '#server/carrier/simulated.ts';
import { ownNumbers } from '#server/store/accounts.ts';
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
      const text = InboundText.parse(await readJson(c));
      requireStorable(text);
      await receiveText(scope, text);
      return c.json({ accepted: true }, 201);
    })
    .get('/carrier/phones/:phone/messages', async (c) => c.json(await carrier.receivedBy(phoneIn(c))))
    .get('/carrier/phones/:phone', async (c) => c.json({ state: await carrier.stateOf(phoneIn(c)) }))
    .put('/carrier/phones/:phone', limitBody, async (c) => {
      const { state } = PhoneState.parse(await readJson(c));
      await carrier.switchPhone(phoneIn(c), state);
      return c.json({ state });
    })
    .get('/carrier/numbers', async (c) => c.json(await ownNumbers(scope)))
    .get('/carrier/messages', async (c) => {
      const filter = HandedOverFilter.parse(c.req.query());
      const { items, total } = await carrier.handedOver(filter);
      return c.json(items, 200, pageHeaders(filter, total));
    });

/** Other types pass between sites without a preflight: a foreign page could text in. */
function readJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new Refused(415, 'The request body must be application/json');
  }
  return c.req.json().catch(() => null);
}

function phoneIn(c: Context<object, '/carrier/phones/:phone'>): string {
  const phone = InternationalPhone.safeParse(c.req.param('phone'));
  if (!phone.success) throw notFound('Phone');
  return phone.data;
}
