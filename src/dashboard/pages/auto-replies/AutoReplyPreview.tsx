import { useQuery } from '@tanstack/react-query';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { TextPreview } from '#dashboard/ui/TextPreview.tsx';
import { QUESTION, sampled } from './sample.ts';
import { useCost } from './useCost.ts';

/** A text that comes in and what answers it. */
export function AutoReplyPreview({ message }: { message: string }) {
  const { data: signature = null } = useQuery(messageSignatures.active());
  const costOf = useCost();
  return (
    <>
      <TextPreview text={QUESTION} contact={sampled} label="They write" inbound />
      <TextPreview text={message} contact={sampled} signature={signature} label="They get" />
      <p className="figures">{costOf(message)}</p>
    </>
  );
}
