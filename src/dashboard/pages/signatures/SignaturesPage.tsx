import { IconPlus, IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from 'react-router';
import type { MessageSignature } from '#contract/messageSignatures.ts';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { alertThat } from '#dashboard/lib/later.ts';
import { signatureEffect } from '#dashboard/lib/signatureEffect.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useSegmentCount } from '#dashboard/lib/useSegments.ts';
import { paths } from '#dashboard/paths.ts';
import { BesidePage } from '#dashboard/ui/BesidePage.tsx';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { SwitchedTexts, type SwitchedText } from '#dashboard/ui/SwitchedTexts.tsx';
import { deleteSignature, useLeaving } from './leaving.ts';
import { SignatureInUse } from './SignatureInUse.tsx';

/** `/signatures`: what can be appended to every text; at most one is in use. */
export function SignaturesPage() {
  const query = useQuery(messageSignatures.list());
  const activate = useMutation({
    ...messageSignatures.activate(),
    onSettled: (_answer, error) => error && alertThat(`Not switched: ${error.message} It is as it was.`),
  });
  const leaving = useLeaving();
  const navigate = useNavigate();
  const count = useSegmentCount(true);
  useTitle('Signatures');
  const openNew = () => void navigate(paths.newSignature());
  const here = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  return (
    <BesidePage
      label="In use"
      aside={query.data && <SignatureInUse content={here.find(({ is_active }) => is_active)?.content ?? null} />}
    >
      <PageTitle
        total={query.data && here.length}
        actions={
          <ListActions action="New signature" onNew={openNew}>
            <ExportList list="signatures" total={query.data?.total} />
          </ListActions>
        }
      >
        Signatures
      </PageTitle>
      <List
        query={query}
        what="Signatures"
        isEmpty={() => here.length === 0}
        empty={<NoSignatures onNew={openNew} />}
        skeleton={<SkeletonRows kind="table" rows={6} />}
      >
        {() => (
          <SwitchedTexts
            name="Signatures"
            rows={here.map(toRow)}
            effectOf={(text) => count && signatureEffect(text, count)}
            href={paths.signature}
            onSwitch={({ id }, on) => activate.mutate({ id, on })}
            onDelete={deleteSignature}
          />
        )}
      </List>
      <Outlet />
    </BesidePage>
  );
}

const toRow = ({ id, content, is_active, updated_at }: MessageSignature): SwitchedText => ({
  id,
  text: content,
  isActive: is_active,
  changedAt: updated_at,
});

const NoSignatures = ({ onNew }: { onNew: () => void }) => (
  <Blank
    icon={<IconSignature aria-hidden />}
    title="No signatures yet"
    actions={
      <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        Write the first signature
      </Button>
    }
  >
    A line that says who you are, below every text that leaves.
  </Blank>
);
