import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

const patiently = { timeout: 15_000 };

describe.each(engines)('the simulated phones on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => void (server = await startTestServer(engine)));
  afterAll(() => server.close());

  const turn = (phone: string, state: string) =>
    server.app.request(`/carrier/phones/${phone}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state }),
    });

  it('keep what was texted while they were off until they are on', async () => {
    const { user, request } = await server.tenant();
    const api = async (method: string, path: string, body?: object) =>
      (await request(method, `/api${path}`, body)).json();
    const phone = '+13035552001';
    expect((await turn(phone, 'off')).status).toBe(200);
    const sent = await api('POST', '/messages', { sender: String(user.id), receiver: phone, content: 'Up?' });
    await expect.poll(async () => handedOver(server), patiently).toContain(phone);
    expect(await server.received(phone)).toEqual([]);
    await turn(phone, 'on');
    expect((await server.received(phone)).map(({ content }) => content)).toEqual(['Up?']);
    await expect
      .poll(async () => (await api('GET', `/messages/${sent.receiver_id}`))[0].status, patiently)
      .toBe('delivered');
  });

  it('refuse what comes while they fail, and take it again later', async () => {
    const { user, request } = await server.tenant();
    const api = async (method: string, path: string, body?: object) =>
      (await request(method, `/api${path}`, body)).json();
    const phone = '+13035552002';
    await turn(phone, 'failing');
    const send = (content: string) => api('POST', '/messages', { sender: String(user.id), receiver: phone, content });
    const lost = await send('Lost');
    await expect
      .poll(async () => (await api('GET', `/messages/${lost.receiver_id}`))[0].status, patiently)
      .toBe('failed');
    await turn(phone, 'on');
    await send('Found');
    await expect
      .poll(async () => (await server.received(phone)).map(({ content }) => content), patiently)
      .toEqual(['Found']);
  });

  it('know our numbers', async () => {
    const { account } = await server.tenant();
    const numbers = await (await server.app.request('/carrier/numbers')).json();
    expect(numbers).toContainEqual({ account_id: account.id, name: account.name, phone: account.phone });
  });
});

async function handedOver({ app }: TestServer): Promise<string[]> {
  const texts: { phone: string }[] = await (await app.request('/carrier/messages?per_page=100')).json();
  return texts.map(({ phone }) => phone);
}
