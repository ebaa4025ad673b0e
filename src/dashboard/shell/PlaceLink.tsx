import type { MouseEventHandler, ReactNode } from 'react';

type Props = {
  path: string;
  /** Where one is. */
  pathname: string;
  className: string | undefined;
  title?: string;
  onFollow: MouseEventHandler<HTMLAnchorElement>;
  children: ReactNode;
};

/** Leads to a place of the navigation, and is marked there and anywhere below it. */
export function PlaceLink({ path, pathname, className, title, onFollow, children }: Props) {
  const isHere = pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  return (
    <a href={path} className={className} title={title} aria-current={isHere ? 'page' : undefined} onClick={onFollow}>
      {children}
    </a>
  );
}
