import { broadcastWorld } from './broadcastWorld.ts';
import { startWithClock } from './clock.ts';
import { expect, signIn, test, undoIsOver } from './fixtures.ts';

const minute = 60_000;

test('broadcasts whose time was missed by more than 15 minutes are held and ask: sent on request, or a draft again', async ({
  page,
  request,
  context,
}) => {
  test.slow();
  const clock = await startWithClock({ BROADCAST_INTERVAL_S: '0' });
  const { switchboard } = clock;
  try {
    const world = broadcastWorld(switchboard, request);
    const [late, later] = [
      await world.group('Late crew', [{ first_name: 'Ada' }]),
      await world.group('Later crew', [{ first_name: 'Bo' }]),
    ];
    const due = new Date(Date.now() + 5 * minute);
    await world.schedule(late.id, 'Shift tonight, {{contact.first_name}}. Reply STOP to opt out.', due);
    await world.schedule(later.id, 'Not any more. Reply STOP to opt out.', due);
    await context.clock.install();
    await switchboard.kill();
    await clock.forward(context, 25 * minute);
    await switchboard.restart();
    const states = async (id: number) => (await world.broadcastsTo(id)).map(({ status }) => status);
    await expect.poll(() => states(late.id), { timeout: 40_000 }).toEqual(['held']);
    await expect.poll(() => states(later.id)).toEqual(['held']);

    await signIn(page, switchboard);
    await page.goto(`${switchboard.origin}/broadcasts`);
    const held = page.getByRole('region', { name: 'Held' });
    const row = (name: string) => held.getByRole('listitem').filter({ hasText: name });
    await expect(row('Late crew')).toContainText(/Held: the service was down at its time, .* It was not sent\./);
    await expect(held.getByRole('listitem')).toHaveCount(2);
    expect(await world.phone(late.contacts[0]!.phone)).toEqual([]);

    await row('Late crew').getByRole('button', { name: 'Send now' }).click();
    await undoIsOver(page);
    const texts = async () => (await world.phone(late.contacts[0]!.phone)).map(({ content }) => content);
    await expect.poll(texts).toEqual(['Shift tonight, Ada. Reply STOP to opt out.']);
    await expect.poll(() => states(late.id)).toEqual(['sent']);
    await expect(row('Late crew')).toHaveCount(0);

    await page.getByRole('button', { name: 'Actions for the broadcast to Later crew' }).click();
    await page.getByRole('menuitem', { name: 'Unschedule to a draft' }).click();
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Not any more. Reply STOP to opt out.');
    await expect.poll(() => states(later.id)).toEqual([]);
    expect(await world.phone(later.contacts[0]!.phone)).toEqual([]);
  } finally {
    await clock.close();
  }
});
