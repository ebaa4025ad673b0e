import { type MantineThemeComponents, rem } from '@mantine/core';
import classes from './components.module.css';

const tooltip = { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } };
const quick = { duration: 150 };

/** Button and input heights by size: 28 in clusters, 32 the ordinary one, 36 the main action of a pane, 40 sign-in. */
const heights: Record<string, string> = { xs: rem(28), sm: rem(32), md: rem(36), lg: rem(40), xl: rem(44) };
const height = (size: unknown) => heights[typeof size === 'string' ? size : 'sm'] ?? heights['sm'];

/** How every Mantine component looks here, so that a page never says it. */
export const components: MantineThemeComponents = {
  Button: {
    defaultProps: { size: 'sm', variant: 'default' },
    classNames: { root: classes.button, section: classes.buttonSection },
    vars: (_theme: unknown, props: { size?: unknown }) => ({
      root: {
        '--button-height': height(props.size),
        '--button-padding-x': props.size === 'xs' ? rem(8) : rem(12),
        '--button-fz': props.size === 'lg' ? 'var(--mantine-font-size-md)' : 'var(--mantine-font-size-sm)',
        '--button-radius': props.size === 'xs' ? 'var(--mantine-radius-sm)' : 'var(--mantine-radius-md)',
      },
    }),
  },
  ActionIcon: {
    defaultProps: { size: 'md', variant: 'subtle', color: 'gray', radius: 'sm' },
    classNames: { root: classes.actionIcon },
    vars: (_theme: unknown, props: { size?: unknown }) => ({
      root: { '--ai-size': props.size === 'sm' ? rem(28) : props.size === 'xl' ? rem(44) : rem(32) },
    }),
  },
  Input: {
    defaultProps: { size: 'sm' },
    classNames: { wrapper: classes.inputWrapper, input: classes.input },
    vars: (_theme: unknown, props: { size?: unknown }) => ({
      wrapper: { '--input-height': height(props.size), '--input-fz': 'var(--mantine-font-size-sm)' },
    }),
  },
  InputWrapper: {
    defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    classNames: { label: classes.label, description: classes.help, error: classes.help },
  },
  Textarea: { defaultProps: { autosize: true, minRows: 3, maxRows: 12 } },
  Checkbox: {
    defaultProps: { size: 'xs', radius: 'xs' },
    classNames: { input: classes.checkbox, label: classes.checkboxLabel },
  },
  Select: { defaultProps: { checkIconPosition: 'right', maxDropdownHeight: 320 } },
  Combobox: {
    defaultProps: { transitionProps: quick },
    classNames: { option: classes.option, dropdown: classes.dropdown },
  },
  Menu: {
    defaultProps: { position: 'bottom-end', shadow: 'md', width: 208, transitionProps: quick },
    classNames: { dropdown: classes.dropdown, item: classes.menuItem, label: classes.menuLabel },
  },
  Popover: { defaultProps: { shadow: 'lg', transitionProps: quick }, classNames: { dropdown: classes.dropdown } },
  Tooltip: { defaultProps: tooltip, classNames: { tooltip: classes.tooltip } },
  Modal: {
    defaultProps: { size: rem(440), centered: true, radius: 'lg', shadow: 'lg', transitionProps: quick },
    classNames: { header: classes.overlayHeader, title: classes.overlayTitle, body: classes.overlayBody },
  },
  Drawer: {
    defaultProps: { size: rem(440), position: 'right', shadow: 'lg', transitionProps: quick },
    classNames: { header: classes.overlayHeader, title: classes.overlayTitle, body: classes.overlayBody },
  },
  Overlay: { defaultProps: { backgroundOpacity: 0.3 } },
  Alert: { classNames: { root: classes.alert, title: classes.alertTitle, message: classes.alertMessage } },
  Skeleton: { defaultProps: { animate: false, radius: 'xs' } },
  Kbd: { classNames: { root: classes.kbd } },
  Anchor: { defaultProps: { underline: 'hover', fw: 500 } },
  Switch: { defaultProps: { size: 'sm' } },
  CloseButton: { defaultProps: { 'aria-label': 'Close' } },
};
