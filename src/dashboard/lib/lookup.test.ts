import { expect, test } from 'vitest';
import type { Message } from '#contract/messages.ts';
import { sightings } from './lookup.ts';

const text = (id: number, content: string, change: Partial<Message> = {}) =>
  ({ id, content, sender_type: 'User', broadcast_id: null, ...change }) as Message;

test('a text that is newer than what was known then and reads the same is found once', () => {
  const thread = [text(12, 'Parking is free'), text(11, 'Hello'), text(10, 'Parking is free')];
  expect(sightings(thread, { content: 'Parking is free', after: 11 }).map(({ id }) => id)).toEqual([12]);
});

test('the same words sent before are not taken for this send', () => {
  expect(sightings([text(10, 'Parking is free')], { content: 'Parking is free', after: 10 })).toEqual([]);
});

test('merge fields that were filled in and a signature that was appended are seen through', () => {
  const thread = [text(5, 'Hi Dana (x), see you?\n\nMaya, Northgate')];
  expect(sightings(thread, { content: 'Hi {{contact.first_name}} (x), see you?', after: 4 })).toHaveLength(1);
});

test('a longer text that begins alike, one from the person and one of a broadcast are something else', () => {
  const thread = [text(8, 'Okay'), text(7, 'Ok', { sender_type: 'Contact' }), text(6, 'Ok', { broadcast_id: 3 })];
  expect(sightings(thread, { content: 'Ok', after: 5 })).toEqual([]);
});

test('in a thread that was empty everything counts as new', () => {
  expect(sightings([text(1, 'Hello')], { content: 'Hello ', after: null })).toHaveLength(1);
});
