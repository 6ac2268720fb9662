// Words of the delivery page.

import type { InEnglish } from '../in-english.ts';
import type { deliveryZh } from '../zh/delivery.ts';

export const deliveryEn: InEnglish<typeof deliveryZh> = {
  note: 'receipts decide',
  noCentre: 'No centre is configured for this desk',
  noCentreBody:
    "All changes are in the encrypted database on this PC; record, search and print as usual. Nothing has been sent anywhere. Back up this PC's data as your rules demand.",
  table: 'Changes by place',
  total: 'Total',
  place: {
    onThisPc: 'Only on this PC',
    onStick: 'Written to a stick',
    received: 'Received by the centre',
    confirmed: 'Confirmed by the centre',
    refused: 'Refused by the centre',
  },
  placeNote: {
    onThisPc: 'Saved, on no stick yet, not sent',
    onStick: 'Written, no receipt from the centre yet',
    received: "With the centre's signed receipt",
    confirmed: 'Stored and confirmed by the centre',
    refused: 'The centre gave a reason; to be dealt with here',
  },
};
