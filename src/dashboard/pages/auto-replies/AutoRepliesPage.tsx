import { IconPlus, IconRobot } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from 'react-router';
import type { AutoReply } from '#contract/autoReplies.ts';
import { autoReplies } from '#dashboard/api/autoReplies.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { alertThat } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { BesidePage } from '#dashboard/ui/BesidePage.tsx';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { SwitchedTexts, type SwitchedText } from '#dashboard/ui/SwitchedTexts.tsx';
import { AutoReplyPreview } from './AutoReplyPreview.tsx';
import { deleteAutoReply, useLeaving } from './leaving.ts';
import { useCost } from './useCost.ts';

/** `/auto-replies`: what can answer an inbound text by itself; at most one does. */
export function AutoRepliesPage() {
  const query = useQuery(autoReplies.list());
  const activate = useMutation({
    ...autoReplies.activate(),
    onSettled: (_answer, error) => error && alertThat(`Not switched: ${error.message} It is as it was.`),
  });
  const leaving = useLeaving();
  const navigate = useNavigate();
  const costOf = useCost();
  useTitle('Auto replies');
  const openNew = () => void navigate(paths.newAutoReply());
  const here = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  return (
    <BesidePage
      label="In use"
      aside={query.data && <InUse message={here.find(({ is_active }) => is_active)?.message} />}
    >
      <PageTitle
        total={query.data && here.length}
        actions={
          <ListActions action="New auto reply" onNew={openNew}>
            <ExportList list="autoReplies" total={query.data?.total} />
          </ListActions>
        }
      >
        Auto replies
      </PageTitle>
      <List
        query={query}
        what="Auto replies"
        isEmpty={() => here.length === 0}
        empty={<NoAutoReplies onNew={openNew} />}
        skeleton={<SkeletonRows kind="table" rows={6} />}
      >
        {() => (
          <SwitchedTexts
            name="Auto replies"
            rows={here.map(toRow)}
            effectOf={costOf}
            href={paths.autoReply}
            onSwitch={({ id }, on) => activate.mutate({ id, on })}
            onDelete={deleteAutoReply}
          />
        )}
      </List>
      <Outlet />
    </BesidePage>
  );
}

const toRow = ({ id, message, is_active, updated_at }: AutoReply): SwitchedText => ({
  id,
  text: message,
  isActive: is_active,
  changedAt: updated_at,
});

const InUse = ({ message }: { message: string | undefined }) => (
  <>
    <h2>What people get now</h2>
    {message === undefined ? (
      <p>Nothing answers by itself. Switch one on, e.g. for evenings and holidays.</p>
    ) : (
      <AutoReplyPreview message={message} />
    )}
    <p>
      It answers a text at most once an hour for each person, never an opt-out word and never another auto reply. The
      conversation stays unread for you.
    </p>
  </>
);

const NoAutoReplies = ({ onNew }: { onNew: () => void }) => (
  <Blank
    icon={<IconRobot aria-hidden />}
    title="No auto replies yet"
    actions={
      <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        Write the first auto reply
      </Button>
    }
  >
    It answers while nobody is there and says when somebody will be.
  </Blank>
);
