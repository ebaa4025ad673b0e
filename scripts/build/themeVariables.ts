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

/** Palettes of Mantine's that are not ours; a component may still name one of their colours. */
const others = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in values.colors));

/**
 * The variables that `MantineProvider` would work out in every browser at every visit, as CSS. With the `built` code and
 * styles, palettes of Mantine's that nothing names are left out.
 */
export function themeVariables(built?: string): string {
  const [mantine, own] = [defaultCssVariablesResolver(theme), variables(theme)];
  const all = (['variables', 'light', 'dark'] as const).map(
    (part) => [part, { ...mantine[part], ...own[part] }] as const,
  );
  const text = built && built + all.flatMap(([, named]) => Object.entries(named).filter(isOurs).map(String)).join();
  const unnamed = text ? others.map(startOf).filter((start) => !text.includes(start)) : [];
  const kept = all.map(([part, named]) => [
    part,
    Object.fromEntries(Object.entries(named).filter(([name]) => !unnamed.some((start) => name.startsWith(start)))),
  ]);
  return convertCssVariables(Object.fromEntries(kept) as ConvertCSSVariablesInput);
}

const startOf = (palette: string) => `--mantine-color-${palette}-`;
const isOurs = ([name]: [name: string, value: unknown]) => !others.some((palette) => name.startsWith(startOf(palette)));
