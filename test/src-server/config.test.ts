import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src-server/config.ts';
import { okValue, problemOf } from '../support/ok-value.ts';

describe('the settings of the centre', () => {
  it('are all there without any being given: an embedded database, this machine only', () => {
    expect(okValue(readConfig({}))).toEqual({
      directory: 'case-desk-centre',
      keyFile: join('case-desk-centre', 'centre.key'),
      databaseUrl: null,
      databaseConnections: 20,
      bucket: null,
      host: '127.0.0.1',
      port: 7420,
      publicUrl: null,
      tls: null,
      logLevel: 'info',
      snapshotEntries: 5_000,
      limits: {
        connections: 5_000,
        requestsPerMinute: 1_200,
        pushesAtOnce: 16,
        blobBytes: 2 * 1024 ** 3,
        bundleBytes: 32 * 1024 ** 3,
        silence: 60_000,
      },
    });
  });

  it('take an empty value for none, and others by name', () => {
    const config = okValue(
      readConfig({ CASE_DESK_PORT: '', CASE_DESK_HOST: '10.0.0.1', DATABASE_URL: 'postgres://a/b' }),
    );
    expect([config.port, config.host, config.databaseUrl]).toEqual([7420, '10.0.0.1', 'postgres://a/b']);
  });

  it('name a bucket for attachments, with a prefix that ends where its names begin', () => {
    const given = {
      CASE_DESK_S3_ENDPOINT: 'https://oss.example',
      CASE_DESK_S3_BUCKET: 'attachments',
      CASE_DESK_S3_ACCESS_KEY: 'a',
      CASE_DESK_S3_SECRET_KEY: 's',
    };
    const bucket = {
      endpoint: 'https://oss.example',
      region: 'us-east-1',
      bucket: 'attachments',
      prefix: '',
      accessKey: 'a',
      secretKey: 's',
      isPathStyle: true,
    };
    expect(okValue(readConfig(given)).bucket).toEqual(bucket);
    const more = { CASE_DESK_S3_PREFIX: 'centre/one', CASE_DESK_S3_ADDRESS: 'host', CASE_DESK_S3_REGION: 'cn-1' };
    const other = { ...bucket, prefix: 'centre/one/', isPathStyle: false, region: 'cn-1' };
    expect(okValue(readConfig({ ...given, ...more })).bucket).toEqual(other);
    // More than a bucket copies in one step could be taken in and never be shown.
    const large = readConfig({ ...given, CASE_DESK_BLOB_BYTES: String(6 * 1024 ** 3) });
    expect(problemOf(large).facts).toEqual({ name: 'CASE_DESK_BLOB_BYTES', value: String(6 * 1024 ** 3) });
  });

  it.each([
    [{ CASE_DESK_PORT: '70000' }, 'CASE_DESK_PORT', '70000'],
    [{ CASE_DESK_LOG: 'loud' }, 'CASE_DESK_LOG', 'loud'],
    [{ CASE_DESK_CONNECTIONS: '0' }, 'CASE_DESK_CONNECTIONS', '0'],
    // A mistyped address may hold a password, which no message repeats.
    [{ DATABASE_URL: 'mysql://root:secret@host/db' }, 'DATABASE_URL', '…'],
    [{ CASE_DESK_TLS_CERTIFICATE: 'a.pem' }, 'CASE_DESK_TLS_KEY', ''],
    [{ CASE_DESK_S3_ENDPOINT: 'https://key:secret@' }, 'CASE_DESK_S3_ENDPOINT', '…'],
    [{ CASE_DESK_S3_ENDPOINT: 'https://oss.example' }, 'CASE_DESK_S3_BUCKET', ''],
    [{ CASE_DESK_S3_SECRET_KEY: 'secret' }, 'CASE_DESK_S3_ENDPOINT', ''],
    [{ CASE_DESK_S3_PREFIX: '../x' }, 'CASE_DESK_S3_PREFIX', '../x'],
  ] as const)('name what is wrong: %o', (given, name, value) => {
    expect(problemOf(readConfig(given))).toEqual({ code: 'server_bad_setting', facts: { name, value } });
  });
});
