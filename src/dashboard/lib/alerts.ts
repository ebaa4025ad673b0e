/** How somebody wants to hear of a text that comes in while nobody looks: kept on this device. */
export type Alerts = { notify: boolean; sound: boolean };

const KEY = 'switchboard:alerts';
const OFF: Alerts = { notify: false, sound: false };

let current: Alerts | undefined;
const listeners = new Set<() => void>();

/** What is chosen, as `useSyncExternalStore` wants it; notifications only while the browser allows them. */
export function alerts(): Alerts {
  current ??= read();
  return current;
}

export function onAlerts(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether this browser can show notifications at all, and whether somebody has forbidden them. */
export const canNotify = () => typeof Notification !== 'undefined' && Notification.permission !== 'denied';

/** Chooses; asks the browser where that is needed. Answers what came of it: `notify` stays off when it says no. */
export async function setAlerts(wanted: Alerts): Promise<Alerts> {
  const allowed = wanted.notify && canNotify() && (await Notification.requestPermission()) === 'granted';
  current = { ...wanted, notify: allowed };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Where nothing can be kept it holds for as long as the page lives.
  }
  for (const listener of listeners) listener();
  return current;
}

function read(): Alerts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const isOn = (name: keyof Alerts) => typeof kept === 'object' && kept !== null && Reflect.get(kept, name) === true;
    const allowed = typeof Notification !== 'undefined' && Notification.permission === 'granted';
    return { notify: isOn('notify') && allowed, sound: isOn('sound') };
  } catch {
    return OFF;
  }
}

type Arrival = { id: number; from: string; content: string; onOpen: () => void };

/** Tells of a text as it was chosen. Several tabs with the same text show one notification. */
export function announce({ id, from, content, onOpen }: Arrival): void {
  const { notify, sound } = alerts();
  if (sound) chime();
  if (!notify) return;
  const notification = new Notification(from, { body: shortened(content), tag: `message-${id}`, icon: '/icon.svg' });
  notification.onclick = () => {
    window.focus();
    onOpen();
    notification.close();
  };
}

const LONGEST = 140;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Two soft tones, made here: there is no file to fetch. */
function chime() {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.08, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.5);
  volume.connect(context.destination);
  for (const [index, pitch] of [660, 880].entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(context.currentTime + index * 0.12);
    tone.stop(context.currentTime + 0.5);
  }
  setTimeout(() => void context.close(), 1_000);
}
