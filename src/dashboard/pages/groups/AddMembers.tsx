import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { groups } from '#dashboard/api/groups.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { paths } from '#dashboard/paths.ts';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { AddByNumbers } from './AddByNumbers.tsx';
import { AddBySearch } from './AddBySearch.tsx';
import classes from './groups.module.css';

/** `/groups/:id/add`: over the group's own page. */
export function AddMembers() {
  const id = useIdParam('Group');
  const { data: group } = useQuery(groups.detail(id));
  const navigate = useNavigate();
  const { search } = useLocation();
  const close = () => void navigate(paths.group(id) + search);
  useTitle('Add people', group?.name ?? '', 'Groups');
  return (
    <SideDrawer opened onClose={close} title="Add people to the group">
      {group?.locked && (
        <p className={classes.warn}>
          This group is locked: an integration keeps who is in it. Add people there, or use another group.
        </p>
      )}
      {group && !group.locked && (
        <div className={classes.form}>
          <AddBySearch group={group} />
          <AddByNumbers group={group} onClose={close} />
        </div>
      )}
    </SideDrawer>
  );
}
