import { useQuery } from '@tanstack/react-query';
import { fillMergeFields, sign } from '#contract/mergeFields.ts';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useSegmentCount } from '#dashboard/lib/useSegments.ts';
import { sampled } from './sample.ts';

/** Says what an auto reply costs as it leaves: fields filled in, signature below. Undefined until that can be counted. */
export function useCost(): (message: string) => string | undefined {
  const { data: signature, isPending } = useQuery(messageSignatures.active());
  const count = useSegmentCount(true);
  return (message) => {
    if (!count || isPending || message.trim() === '') return undefined;
    const { characters, segments } = count(sign(fillMergeFields(message, sampled), signature ?? null));
    return `${plural(characters, 'character')}, ${plural(segments, 'segment')}${signature ? ' with the signature' : ''}`;
  };
}
