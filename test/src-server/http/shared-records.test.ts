import { describe, expect, it } from 'vitest';
import { shareRecord, withdrawRecord } from '../../../src-server/sync/place-records.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { toRecordId } from '../../../src-shared/history/ids.ts';
import { dongjie, startOf, startWithScopes, station } from '../../support/central-calls.ts';
import { okValue } from '../../support/ok-value.ts';

describe('records that several scopes see', () => {
  it('reach the other scope whole, go on reaching it, and stop when they are withdrawn', async () => {
    const centre = await startWithScopes();
    const [one, two] = [await centre.desk(station), await centre.desk(dongjie)];
    const first = one.write(station, ['r1']);
    const { epoch } = await one.push(station, first);
    const record = toRecordId('r1');
    okValue(await shareRecord(centre.centre, record, dongjie));
    okValue(await shareRecord(centre.centre, record, dongjie));
    const second = one.write(station, ['r1'], first);
    await one.push(station, second);
    const seen = async () =>
      (await two.pull(startOf(dongjie, epoch))).items.map(({ kind, subject }) => ({ kind, subject }));
    const whole = [
      { kind: 'joined', subject: record },
      { kind: 'shared', subject: first[0]?.id },
      { kind: 'shared', subject: second[0]?.id },
    ];
    await expect.poll(seen).toEqual(whole);
    okValue(await withdrawRecord(centre.centre, record, dongjie));
    await one.push(station, one.write(station, ['r1'], second));
    expect(await seen()).toEqual([...whole, { kind: 'left', subject: record }]);
    expect((await verifyScope(centre.centre, dongjie)).faults).toEqual([]);
  });
});
