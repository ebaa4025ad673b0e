import { useParams } from 'react-router';
import { ApiError } from './ApiError.ts';

/** The id in the address. What is no id leads nowhere, like one that does not exist. */
export function useIdParam(what: string): number {
  const { id = '' } = useParams();
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new ApiError(404, `${what} not found`);
  return Number(id);
}
