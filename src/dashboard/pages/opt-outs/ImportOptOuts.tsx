import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { notify } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNumbers } from '#dashboard/lib/useNumbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { NumbersField } from '#dashboard/ui/NumbersField.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';

/** `/opt-outs/import`: over the list. Many numbers at once, as a job. */
export function ImportOptOuts() {
  const navigate = useNavigate();
  const { field, found, problem } = useNumbers();
  const [failure, setFailure] = useState<Error | null>(null);
  useTitle('Opt out numbers', 'Opt-outs');
  const close = () => void navigate(paths.optOuts());
  const many = found?.numbers.length ?? 0;
  const submit = async () => {
    if (!found || many === 0) return setFailure(new Error('Paste numbers or choose a file first.'));
    try {
      const name = `Opting out ${plural(many, 'number')}`;
      const entries = found.numbers.map((item) => ({ item }));
      await startJob({ kind: 'listNumbers', name, input: { into: 'optOuts' }, entries });
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
        <FormNote>
          Each takes one request and the work runs as a job. Nobody in the organisation can text these numbers from then
          on; those that have opted out already stay as they are.
        </FormNote>
        <FormError error={problem ? new Error(problem) : failure} />
      </Form>
    </SideDrawer>
  );
}
