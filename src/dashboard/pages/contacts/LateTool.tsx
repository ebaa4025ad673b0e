import { type ReactNode, useState } from 'react';
import { Button } from '#dashboard/ui/Button.tsx';

type Props = {
  label: string;
  icon: ReactNode;
  /** Fetches what it opens. */
  load: () => unknown;
  /** Takes the button's place once somebody wants it and it is here. */
  children: (button: ReactNode) => ReactNode;
};

/** A tool of the list whose inside is fetched when the pointer or the focus first comes here. */
export function LateTool({ label, icon, load, children }: Props) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      variant="subtle"
      size="xs"
      leftSection={icon}
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      {label}
    </Button>
  );
  return wanted ? children(button) : button;
}
