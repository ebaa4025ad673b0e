/** What a text is called in the document, so that it can be led to. */
export const textId = (id: number) => `text-${id}`;

/** Brings a text of the open thread into sight and marks it for a moment. Answers whether it is there. */
export function showText(id: number): boolean {
  const text = document.getElementById(textId(id));
  if (!text) return false;
  text.scrollIntoView({ block: 'center' });
  text.setAttribute('data-found', '');
  text.addEventListener('animationend', () => text.removeAttribute('data-found'), { once: true });
  return true;
}
