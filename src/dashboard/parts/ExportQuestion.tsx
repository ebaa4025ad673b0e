import { useCost } from '#dashboard/jobs/useCost.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Confirm } from '#dashboard/ui/Confirm.tsx';

type Props = {
  total: number;
  nouns: readonly [one: string, many: string];
  requests: number;
  onExport: () => unknown;
  onClose: () => void;
};

/** What an export costs of this hour, before it begins. */
export function ExportQuestion({ total, nouns: [one, many], requests, onExport, onClose }: Props) {
  const { note } = useCost(requests);
  const what = plural(total, one, many);
  return (
    <Confirm
      opened
      harmless
      onClose={onClose}
      title={`Export ${what}?`}
      action={`Export ${what}`}
      onConfirm={() => {
        onClose();
        void onExport();
      }}
    >
      Reading them takes {plural(requests, 'request')}. {note} The file is saved when it is whole; you can go on
      meanwhile.
    </Confirm>
  );
}
