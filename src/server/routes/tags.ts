import { tagOperations } from '#contract/tags.ts';
import { listTags } from '#server/store/tags.ts';
import { routes } from './routes.ts';

export const tagRoutes = routes(tagOperations, { list: ({ scope, query }) => listTags(scope, query) });
