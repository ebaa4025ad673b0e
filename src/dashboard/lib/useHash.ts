import { useState } from 'react';
import { useLocation } from 'react-router';

/** Calls back while it is drawn whenever somebody follows a link to `hash`, also to where they are already. */
export function useHash(hash: string, onFollowed: () => void): void {
  const location = useLocation();
  const [seen, setSeen] = useState<string | null>(null);
  if (location.hash !== hash || location.key === seen) return;
  setSeen(location.key);
  onFollowed();
}
