// Schemas must not build functions out of text: the content security policy forbids it. Imported before any schema is made.

import { z } from 'zod';

z.config({ jitless: true });
