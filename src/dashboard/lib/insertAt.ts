/** Puts text where the caret is, in place of what is selected, and leaves the caret behind it. */
export function insertAt(field: HTMLTextAreaElement, text: string, write: (next: string) => void): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  write(value.slice(0, from) + text + value.slice(to));
  const caret = from + text.length;
  // The field gets its new text when React has drawn it.
  requestAnimationFrame(() => field.setSelectionRange(caret, caret));
}
