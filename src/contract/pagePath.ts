/**
 * Addresses that people open: below none of these first parts, which belong to the gateway, and no file's name. The
 * gateway answers each with the page, and so does the service worker.
 */
export const pagePath =
  /^\/(?!(?:api|assets|carrier|events|healthz|hooks|media|metrics|session)(?:\/|$))(?!.*\.[^/]*$)/;
