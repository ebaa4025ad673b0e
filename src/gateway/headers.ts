import { secureHeaders } from 'hono/secure-headers';

type SecureHeaders = NonNullable<Parameters<typeof secureHeaders>[0]>;

const everywhere: SecureHeaders = {
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [], browsingTopics: [] },
  overwrite: false,
};

/** For people who came by https: a year of nothing else. */
const transport = (https: boolean) => ({ strictTransportSecurity: https && 'max-age=31536000' });

/** Headers of everything that is not a page: shown on its own, it can load and run nothing. */
export const dataHeaders = (https: boolean) =>
  secureHeaders({
    ...everywhere,
    ...transport(https),
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
  });

type Page = {
  https: boolean;
  /** Hashes of the page's own inline scripts, as the policy writes them. */
  scripts: string[];
  /** Where images of messages come from besides this origin. */
  images: string[];
};

/** Headers of the dashboard. */
export const pageHeaders = ({ https, scripts, images }: Page) =>
  secureHeaders({
    ...everywhere,
    ...transport(https),
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...scripts],
      // index.html brings styles, Mantine writes some into <style> elements and sizes into style attributes; they run nothing.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', ...images],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
