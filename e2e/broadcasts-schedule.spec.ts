import type { Page } from '@playwright/test';
import { broadcastWorld, compose } from './broadcastWorld.ts';
import { expect, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';
import { startWire } from './wire.ts';

const LONG = process.env['LONG'] === '1';
const patient = { timeout: 45_000 };
const goingOut = (page: Page) => page.getByRole('region', { name: 'Going out' });

test('several groups go one after the other, a minute apart, and can be taken out of the queue', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '12' } });
  try {
    const world = broadcastWorld(switchboard, request);
    const [first, second, third] = await Promise.all(
      ['First', 'Second', 'Third'].map((name) => world.group(name, [{ first_name: name }])),
    );
    if (!first || !second || !third) throw new Error('three groups');
    await signIn(page, switchboard);
    await page.goto(`${switchboard.origin}/broadcasts/new?group=${first.id},${second.id},${third.id}&step=what`);
    await page.getByRole('textbox', { name: 'Message' }).fill('To each of you. Reply STOP to opt out.');
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Send now to 3 people' }).click(patient);
    const row = (name: string) => goingOut(page).getByRole('listitem').filter({ hasText: name });
    await expect(row('First').getByText('Sent to 1')).toBeVisible(patient);
    await expect(row('Second').getByText(/Waits \d+ s: one broadcast a minute/)).toBeVisible(patient);
    await row('Third').getByRole('button', { name: 'Cancel' }).click();
    await expect(row('Third')).toHaveCount(0);
    await page.reload();
    await expect(row('Second').getByText('Sent to 1')).toBeVisible(patient);
    expect(await world.broadcastsTo(second.id)).toHaveLength(1);
    expect(await world.broadcastsTo(third.id)).toHaveLength(0);
  } finally {
    await switchboard.close();
  }
});

test('a scheduled broadcast is moved so that exactly one stands, whatever fails on the way', async ({
  page,
  request,
  context,
}) => {
  test.setTimeout(LONG ? 600_000 : 300_000);
  const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0' } });
  const wire = await startWire(switchboard.origin);
  try {
    const world = broadcastWorld(switchboard, request);
    await signIn(page, wire);
    const day = 24 * 3_600_000;
    const move = async (tab: Page, name: string) => {
      await tab.getByRole('button', { name: `Actions for the broadcast to ${name}` }).click();
      await tab.getByRole('menuitem', { name: 'Reschedule' }).click();
      await tab.getByRole('button', { name: /Tomorrow afternoon/ }).click();
      await tab.getByRole('button', { name: 'Reschedule', exact: true }).click();
    };
    const create = { method: 'POST', path: /^\/api\/broadcasts/ };
    const remove = { method: 'DELETE', path: /^\/api\/broadcasts\// };
    const cases = [
      { name: 'Plain', fault: undefined, stands: 'new' },
      { name: 'Lost', fault: { ...create, how: 'lost' }, stands: 'old' },
      { name: 'Unanswered', fault: { ...create, how: 'unanswered' }, stands: 'new' },
      { name: 'Delete lost', fault: { ...remove, how: 'lost' }, stands: 'new' },
      { name: 'Delete unanswered', fault: { ...remove, how: 'unanswered' }, stands: 'new' },
    ] as const;
    for (const { name, fault, stands } of cases) {
      const group = await world.group(name, [{ first_name: 'Cy' }]);
      const old = await world.schedule(group.id, `Move me, ${name}`, new Date(Date.now() + 3 * day));
      await page.goto(`${wire.origin}/broadcasts?group=${group.id}`);
      if (fault) void wire.once(fault);
      await move(page, name);
      const says = stands === 'new' ? /Moved to Tomorrow, 1:00/ : /Not moved: .* still goes out/;
      await expect(page.getByText(says).first()).toBeVisible(patient);
      const left = await world.broadcastsTo(group.id);
      expect(left, name).toHaveLength(1);
      expect(left[0]?.id === old.id, name).toBe(stands === 'old');
    }

    // The window is closed between the two steps; the next one finishes.
    const group = await world.group('Crash', [{ first_name: 'Di' }]);
    const old = await world.schedule(group.id, 'Move me through a crash', new Date(Date.now() + 3 * day));
    await page.goto(`${wire.origin}/broadcasts?group=${group.id}`);
    const held = wire.once({ ...remove, how: 'held' });
    await move(page, 'Crash');
    await held;
    await page.close();
    const again = await context.newPage();
    await again.goto(`${wire.origin}/broadcasts?group=${group.id}`);
    await expect(again.getByText(/Moved to Tomorrow/).first()).toBeVisible(patient);
    await expect.poll(async () => (await world.broadcastsTo(group.id)).length, patient).toBe(1);
    expect((await world.broadcastsTo(group.id))[0]?.id).not.toBe(old.id);

    // It starts while it is moved: the new one goes, nobody gets it twice.
    if (LONG) {
      const late = await world.group('Late', [{ first_name: 'Ed' }]);
      const at = new Date(Date.now() + 75_000);
      const due = await world.schedule(late.id, 'Already going', at);
      await again.goto(`${wire.origin}/broadcasts?group=${late.id}`);
      const kept = wire.once({ ...remove, how: 'lost' });
      await move(again, 'Late');
      await kept;
      wire.cut(at.getTime() - Date.now() + 3_000);
      const states = async () => (await world.broadcastsTo(late.id)).map(({ status }) => status);
      await expect.poll(states, { timeout: 120_000 }).toContain('sent');
      await expect(again.getByText(/had already started to go out/)).toBeVisible(patient);
      expect((await world.broadcastsTo(late.id)).map(({ id }) => id)).toEqual([due.id]);
    }
  } finally {
    await wire.close();
    await switchboard.close();
  }
});

test('a time that the clocks skip or repeat is asked about, and what the screen says is what is scheduled', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0' } });
  try {
    const world = broadcastWorld(switchboard, request);
    const group = await world.group('Night shift', [{ first_name: 'Flo' }]);
    await signIn(page, switchboard);
    await compose(page, switchboard.origin, group.id, 'Good night. Reply STOP to opt out.');
    await page.getByRole('button', { name: 'Schedule…' }).click();
    const dialog = page.getByRole('dialog', { name: 'When it goes out' });
    await dialog.getByLabel('When').fill('2027-03-14T02:30');
    await expect(dialog.getByText(/does not exist on this day/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Set the time' }).click();
    await expect(dialog.getByText('Choose one of the two.')).toBeVisible();
    await dialog.getByRole('radio', { name: /3:30 AM MDT/ }).check();
    await dialog.getByRole('button', { name: 'Set the time' }).click();
    await expect(page.getByText('Sun, Mar 14, 9:30 AM UTC')).toBeVisible();
    await page.getByRole('button', { name: 'Schedule for 1 person' }).click();
    await expect(goingOut(page).getByText(/Scheduled for Mar 14, 2027, 3:30/)).toBeVisible(patient);
    const [made] = await world.broadcastsTo(group.id);
    expect(made?.deliver_at).toBe('2027-03-14 09:30:00 UTC');

    // Unscheduled, it is a draft again and nothing is left at the service.
    await page.getByRole('button', { name: 'Actions for the broadcast to Night shift' }).click();
    await page.getByRole('menuitem', { name: 'Unschedule to a draft' }).click();
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(
      'Good night. Reply STOP to opt out.',
      patient,
    );
    expect(await world.broadcastsTo(group.id)).toEqual([]);
  } finally {
    await switchboard.close();
  }
});
