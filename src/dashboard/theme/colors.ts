import type { MantineColorsTuple } from '@mantine/core';

/** Deep teal: the one accent. */
export const accent: MantineColorsTuple = [
  '#EFF8F7',
  '#DBF0ED',
  '#B5DFDA',
  '#82C7C0',
  '#4CABA3',
  '#258F87',
  '#127971',
  '#0B655F',
  '#0A524E',
  '#083E3B',
];

/** Slate, for the light theme. */
export const gray: MantineColorsTuple = [
  '#F8F9FB',
  '#F1F4F6',
  '#E5E9ED',
  '#D3D9E0',
  '#B4BDC8',
  '#828E9C',
  '#5E6A79',
  '#45505E',
  '#2A3440',
  '#151C24',
];

/** Slate, for the dark theme: 0 is the brightest text, 9 the deepest ground. */
export const dark: MantineColorsTuple = [
  '#E4E9EE',
  '#C0C9D2',
  '#95A1AE',
  '#6E7A88',
  '#36404B',
  '#29323C',
  '#1F262F',
  '#161C23',
  '#10151B',
  '#0B0F13',
];

/** Danger only. */
export const red: MantineColorsTuple = [
  '#FDF1F0',
  '#FBE0DD',
  '#F7C2BD',
  '#F2938A',
  '#E8685D',
  '#D8463B',
  '#C63329',
  '#B3261E',
  '#8F1D17',
  '#6B1612',
];
