import { useParams } from 'react-router';
import { ApiError } from '#dashboard/lib/ApiError.ts';

/** The id in the address. What is no id leads nowhere, like one that does not exist. */
export function useContactId(): number {
  const { id = '' } = useParams();
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new ApiError(404, 'Contact not found');
  return Number(id);
}
