/**
 * Whether the address answers. Then code that does not come needs a reload: it is of another version, or the browser
 * keeps to its first failure, as Chromium does.
 */
export const isServed = () =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
