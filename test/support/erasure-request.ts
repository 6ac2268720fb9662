// A request to erase, taken through its steps by two people, for tests.

import type { TestClient } from './test-desk.ts';

export type Applicant = { readonly name: string; readonly id_no: string; readonly phone: string };
export const applicant: Applicant = { name: '吴桂芳', id_no: '11010519491231002X', phone: '13800138000' };

/** A report of something lost by the applicant, with a telephone number that only it holds. */
export function lossContent(handler: string, { name, id_no, phone }: Applicant = applicant) {
  return {
    owner: { name, id_type: 'resident_id', id_no, phone, address: '河西街道八一社区3栋201室' },
    reported_at: '2025-03-01T09:00',
    place: '溪心菜场',
    items: [{ name: '钱包', category: 'wallet', quantity: 1, unit: '个' }],
    circumstances: '吴桂芳在菜场买菜后发现钱包不见',
    handler,
  };
}

/** Written by `recorder` and proposed; not yet approved. Gives the id. */
export async function proposeErasure(
  recorder: { readonly client: TestClient; readonly id: string },
  records: readonly string[],
  extent: 'whole' | 'person' = 'whole',
): Promise<string> {
  const { client, id: me } = recorder;
  const { id } = await client.records.add({
    kind: 'personal_request',
    content: {
      requested_at: '2025-03-28T09:00',
      request_kind: 'erasure',
      ground: 'person',
      applicant: { ...applicant, id_type: 'resident_id' },
      identity_check: 'document',
      concerns: records.map((record) => ({ record, extent })),
      handler: me,
    },
  });
  await step(client, id, 'verify');
  await step(client, id, 'propose', { proposed_by: me });
  return id;
}

/** Takes a step on the record as it stands. */
export async function step(
  client: TestClient,
  id: string,
  name: string,
  patch: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { heads } = await client.records.open({ id });
  await client.records.step({ id, heads: [...heads], step: name, patch });
}
