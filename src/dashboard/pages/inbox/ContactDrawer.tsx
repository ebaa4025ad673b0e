import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { ContactPane } from './ContactPane.tsx';
import type { OpenThread } from './useThread.ts';

/** The contact beside a thread that leaves no room for it. */
export function ContactDrawer({ open, onClose }: { open: OpenThread; onClose: () => void }) {
  return (
    <SideDrawer opened onClose={onClose} title="Contact">
      <ContactPane open={open} />
    </SideDrawer>
  );
}
