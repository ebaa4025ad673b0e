import { Modal } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import { Shortcuts } from '#dashboard/ui/Shortcuts.tsx';

/** All keys, those of other pages too. */
export const ShortcutList = ({ onClose }: { onClose: () => void }) => (
  <Modal opened onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
    <Shortcuts />
  </Modal>
);
