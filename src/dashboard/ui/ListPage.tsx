import type { ReactNode } from 'react';
import classes from './ListPage.module.css';
import { SearchField } from './SearchField.tsx';

/** A page that is one list: its title row, tools and pager stand still, the rows scroll. */
export const ListPage = ({ children }: { children: ReactNode }) => <div className={classes.page}>{children}</div>;

/** The row between the title and the list. */
export const ListTools = ({ children }: { children: ReactNode }) => <div className={classes.tools}>{children}</div>;

type SearchProps = Omit<Parameters<typeof SearchField>[0], 'className'>;

/** The search among the tools of a list. */
export const ListSearch = (props: SearchProps) => <SearchField className={classes.search} {...props} />;
