import { IconAlertTriangle } from '@tabler/icons-react';
import { sign } from '#contract/mergeFields.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useSegmentCount } from '#dashboard/lib/useSegments.ts';
import { Status } from '#dashboard/ui/Status.tsx';
import { TextPreview } from '#dashboard/ui/TextPreview.tsx';
import { nobody, SAMPLE } from './sample.ts';

/** How texts leave now, and what the signature makes of their cost. */
export function SignatureInUse({ content }: { content: string | null }) {
  return (
    <>
      <h2>How texts leave now</h2>
      <TextPreview text={SAMPLE} contact={nobody} signature={content} />
      {content === null ? (
        <p>No signature is in use. Switch one on to have it below every text, broadcasts and auto replies included.</p>
      ) : (
        <p>It stands below every text that leaves, broadcasts and auto replies included.</p>
      )}
      <SignatureCost content={content} />
    </>
  );
}

/** The sample text with and without the signature. */
export function SignatureCost({ content }: { content: string | null }) {
  const count = useSegmentCount(content !== null);
  if (!count || !content?.trim()) return null;
  const [bare, signed] = [count(SAMPLE), count(sign(SAMPLE, content))];
  return (
    <>
      <p className="figures">
        This text: {plural(bare.characters, 'character')}, {plural(bare.segments, 'segment')}. Signed:{' '}
        {plural(signed.characters, 'character')}, {plural(signed.segments, 'segment')}.
      </p>
      {signed.costly && (
        <Status tone="warn" icon={<IconAlertTriangle aria-hidden />}>
          “{signed.costly.character}” cuts every text into segments of 70, not 160
        </Status>
      )}
    </>
  );
}
