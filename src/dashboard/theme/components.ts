import { type MantineThemeComponents, rem } from '@mantine/core';
import classes from './components.module.css';

const tooltip = { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } };
const quick = { duration: 150 };

/** Heights of fields by size, those of buttons (see ui/Button.tsx). */
const heights: Record<string, string> = { xs: rem(28), sm: rem(32), md: rem(36), lg: rem(40), xl: rem(44) };
const height = (size: unknown) => heights[typeof size === 'string' ? size : 'sm'] ?? heights['sm'];

/** How every Mantine component looks here, so that a page never says it. */
export const components: MantineThemeComponents = {
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
  Anchor: { defaultProps: { underline: 'hover', fw: 500 } },
  Switch: { defaultProps: { size: 'sm' } },
  CloseButton: { defaultProps: { 'aria-label': 'Close' } },
};
