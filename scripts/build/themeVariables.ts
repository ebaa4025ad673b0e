import {
  convertCssVariables,
  type ConvertCSSVariablesInput,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { values } from '../../src/dashboard/theme/values.ts';
import { variables } from '../../src/dashboard/theme/variables.ts';

const theme = mergeMantineTheme(DEFAULT_THEME, values);

/** Palettes of Mantine's that nobody chooses here; a component may still name one of their colours. */
const others = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in values.colors));
const OTHERS = new RegExp(`^--mantine-color-(${others.join('|')})-`);

/**
 * The variables that `MantineProvider` would work out in every browser at every visit, as CSS. With the `built` code and
 * styles, those of palettes that appear nowhere in them are left out.
 */
export function themeVariables(built?: string): string {
  const [mantine, own] = [defaultCssVariablesResolver(theme), variables(theme)];
  const isUsed = (name: string) => built === undefined || !OTHERS.test(name) || built.includes(name);
  const merged = (part: keyof ConvertCSSVariablesInput, more: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries({ ...mantine[part], ...own[part], ...more }).filter(([name]) => isUsed(name)));
  return convertCssVariables({
    variables: merged('variables'),
    light: merged('light', { '--mantine-color-scheme': 'light' }),
    dark: merged('dark', { '--mantine-color-scheme': 'dark' }),
  });
}
