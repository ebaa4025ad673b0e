const failed = new Set<HTMLLinkElement>();

document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  true,
);

/**
 * Fetches the styles that did not come with their code: Vite asks for each once, and then takes it for there. Rejects as
 * Vite does when one fails again.
 */
export const fetchFailedStyles = () => Promise.all([...failed].map(fetchAgain));

function fetchAgain(link: HTMLLinkElement) {
  failed.delete(link);
  const again = link.cloneNode() as HTMLLinkElement;
  const fetched = new Promise<void>((resolve, reject) => {
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => reject(new Error(`Unable to preload CSS for ${link.href}`)));
  });
  link.replaceWith(again);
  return fetched;
}
