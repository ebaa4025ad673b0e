import type { MantineThemeOverride } from '@mantine/core';
import { accent, dark, gray, red } from './colors.ts';

/**
 * Colours and measures. The build writes the variables of the style sheets from them (`scripts/build/themeVariables.ts`),
 * and none of a palette that is not here: nothing can be given such a colour by name (`color="orange"`).
 */
export const values = {
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  black: gray[9],
  white: '#fff',
  autoContrast: false,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '0.75rem' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.333', sm: '1.385', md: '1.429', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1rem', lineHeight: '1.5' },
      h2: { fontSize: '0.875rem', lineHeight: '1.429' },
      h3: { fontSize: '0.75rem', lineHeight: '1.333', fontWeight: '500' },
      h4: { fontSize: '0.75rem', lineHeight: '1.333', fontWeight: '500' },
    },
  },
} satisfies MantineThemeOverride;
