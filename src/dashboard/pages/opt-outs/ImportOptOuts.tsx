import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNumbers } from '#dashboard/lib/useNumbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { NumbersField } from '#dashboard/ui/NumbersField.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';

const NOBODY = 'By this list all of them opted back in, so nobody is opted out.';

/** `/opt-outs/import`: over the list. Many numbers at once, as a job. */
export function ImportOptOuts() {
  const navigate = useNavigate();
  const { field, found, problem } = useNumbers();
  const [failure, setFailure] = useState<Error | null>(null);
  useTitle('Opt out numbers', 'Opt-outs');
  const close = () => void navigate(paths.optOuts());
  const left = found?.numbers.filter(({ optedIn }) => optedIn).length ?? 0;
  const many = (found?.numbers.length ?? 0) - left;
  const { note } = useCost(many);
  const submit = async () => {
    if (!found || many === 0) return setFailure(new Error(left > 0 ? NOBODY : 'Paste numbers or choose a file first.'));
    try {
      const name = `Opting out ${plural(many, 'number')}`;
      const entries = found.numbers.map((item) => ({ item }));
      await startJob({ kind: 'listNumbers', name, input: { into: 'optOuts' }, entries, cost: many });
      notify(`${name}. You can go on meanwhile.`);
      close();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error('It could not be begun.'));
    }
  };
  return (
    <SideDrawer opened onClose={close} title="Opt out numbers">
      <Form
        action={many > 0 ? `Opt out ${plural(many, 'number')}` : 'Opt out numbers'}
        busy={false}
        onSubmit={() => void submit()}
        onCancel={close}
      >
        <NumbersField {...field} />
        {left > 0 && (
          <FormNote>
            {plural(left, 'number')} opted back in by this list, left as {left === 1 ? 'it is' : 'they are'}.
          </FormNote>
        )}
        <FormNote>
          {many > 0
            ? `This takes ${plural(many, 'request')} and runs as a job. ${note}`
            : 'Each takes one request and the work runs as a job.'}{' '}
          Nobody in the organisation can text these numbers from then on; those that have opted out already stay as they
          are.
        </FormNote>
        <FormError error={problem ? new Error(problem) : failure} />
      </Form>
    </SideDrawer>
  );
}
