import { expect, test } from 'vitest';
import { type Draft, Drafts } from './drafts.ts';
import { memoryShelf } from './shelf.ts';

test('a draft is there again after a reload, for who wrote it and nobody else', async () => {
  const device = memoryShelf<Draft>();
  const before = new Drafts(device);
  await before.open('maya@x.test');
  before.write(7, 'Half a thought');
  before.saveAll();

  const after = new Drafts(device);
  await after.open('maya@x.test');
  expect(after.get(7)).toEqual({ text: 'Half a thought' });
  const other = new Drafts(device);
  await other.open('theo@x.test');
  expect(other.get(7)).toEqual({ text: '' });
});

test('a draft that was emptied is gone from the device too', async () => {
  const device = memoryShelf<Draft>();
  const drafts = new Drafts(device);
  await drafts.open('maya');
  drafts.write(7, 'Half');
  drafts.saveAll();
  drafts.write(7, '');
  drafts.saveAll();
  expect(await device.all()).toEqual([]);
});

test('what is typed while the device is being read wins over what it kept', async () => {
  const device = memoryShelf<Draft>();
  await device.put('maya/7', { text: 'old' });
  const drafts = new Drafts(device);
  const opened = drafts.open('maya');
  drafts.write(7, 'new');
  await opened;
  expect(drafts.get(7).text).toBe('new');
});

test('a text that comes back stands before what was begun since, and never twice', async () => {
  const drafts = new Drafts(memoryShelf());
  await drafts.open('maya');
  drafts.write(7, 'second');
  drafts.putBack(7, { text: 'first' });
  expect(drafts.get(7).text).toBe('first\nsecond');
  drafts.write(8, 'same');
  drafts.putBack(8, { text: 'same' });
  expect(drafts.get(8).text).toBe('same');
});

test('the picture stays with the text until it is taken off or the draft is cleared', async () => {
  const drafts = new Drafts(memoryShelf());
  await drafts.open('maya');
  const file = new File(['x'], 'card.png');
  drafts.attach(7, file);
  drafts.write(7, 'My card');
  expect(drafts.get(7)).toEqual({ text: 'My card', file });
  drafts.attach(7, undefined);
  expect(drafts.get(7)).toEqual({ text: 'My card' });
  drafts.clear(7);
  expect(drafts.all().size).toBe(0);
});
