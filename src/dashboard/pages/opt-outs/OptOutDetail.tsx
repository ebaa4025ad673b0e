import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { OptOut } from '#contract/optOuts.ts';
import { optOuts } from '#dashboard/api/optOuts.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { AffectedBy } from './AffectedBy.tsx';
import { DeleteOptOut } from './DeleteOptOut.tsx';
import { History } from './History.tsx';
import classes from './numbers.module.css';
import { OptOutState } from './OptOutState.tsx';
import { Turn } from './Turn.tsx';

/** `/opt-outs/:id`: over the list. One number: its state, who it is, what happened, and the way back. */
export function OptOutDetail() {
  const id = useIdParam('Opt-out');
  const query = useQuery(optOuts.detail(id));
  const navigate = useNavigate();
  const { search } = useLocation();
  const close = () => void navigate(paths.optOuts() + search);
  return (
    <SideDrawer opened onClose={close} title="Opt-out">
      <List
        query={query}
        what="The opt-out"
        isEmpty={() => false}
        empty={null}
        skeleton={<SkeletonRows kind="table" rows={4} />}
      >
        {(optOut) => <One key={optOut.id} optOut={optOut} onGone={close} />}
      </List>
    </SideDrawer>
  );
}

function One({ optOut, onGone }: { optOut: OptOut; onGone: () => void }) {
  const [open, setOpen] = useState<'turn' | 'delete' | null>(null);
  const shown = usePhone(optOut.phone);
  useTitle(shown, 'Opt-outs');
  const close = () => setOpen(null);
  return (
    <div>
      <div className={classes.head}>
        <Phone number={optOut.phone} />
        <OptOutState optOut={optOut} />
      </div>
      <AffectedBy phone={optOut.phone} />
      <section className={classes.section} aria-label="What happened">
        <h3 className={classes.heading}>What happened, as far as it is known</h3>
        <History optOut={optOut} />
      </section>
      <section className={classes.section} aria-label="Change">
        <div className={classes.actions}>
          <Button onClick={() => setOpen('turn')}>{optOut.opt_in ? 'Opt out again…' : 'Opt back in…'}</Button>
          <Button data-danger variant="subtle" onClick={() => setOpen('delete')}>
            Delete the record…
          </Button>
        </div>
      </section>
      {open === 'turn' && <Turn optOut={optOut} onClose={close} />}
      {open === 'delete' && <DeleteOptOut optOut={optOut} onClose={close} onGone={onGone} />}
    </div>
  );
}
