/** Lets the browser save a file, as a download does. */
export function saveFile({ name, type, content }: { name: string; type: string; content: string }): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A text as a part of the name of a file. */
export const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').slice(0, 80);
