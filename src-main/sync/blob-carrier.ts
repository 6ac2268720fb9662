// Carries one attachment to the centre or from it; how is for the folder `blobs/`.

import type { Of } from './arrival.ts';
import type { CentreLink } from './centre-link.ts';
import type { Ran } from './run-step.ts';

export type BlobCarrier = (step: Of<'upload'> | Of<'download'>, link: CentreLink) => Promise<Ran>;
