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
 * styles, those of palettes that nothing names are left out.
 */
export function themeVariables(built?: string): string {
  const [mantine, own] = [defaultCssVariablesResolver(theme), variables(theme)];
  const part = (name: keyof ConvertCSSVariablesInput, more: Record<string, string> = {}): Record<string, string> => ({
    ...mantine[name],
    ...own[name],
    ...more,
  });
  const all = {
    variables: part('variables'),
    light: part('light', { '--mantine-color-scheme': 'light' }),
    dark: part('dark', { '--mantine-color-scheme': 'dark' }),
  };
  const isNamed = built === undefined ? () => true : naming(built, Object.values(all).flatMap(Object.entries));
  const named = (variables: Record<string, string>) =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => isNamed(name)));
  return convertCssVariables({ variables: named(all.variables), light: named(all.light), dark: named(all.dark) });
}

/** Whether the code, or a variable that stays, names a variable. */
function naming(built: string, all: [name: string, value: string][]) {
  const ofOthers = all.filter(([name]) => OTHERS.test(name));
  const own = all.filter(([name]) => !OTHERS.test(name));
  let text = built;
  // One that is named may be made of another.
  let more = own;
  while (more.length > 0) {
    text += more.map(([, value]) => value).join('\n');
    more = ofOthers.filter(([name, value]) => text.includes(name) && !text.includes(value));
  }
  return (name: string) => !OTHERS.test(name) || text.includes(name);
}
