// What the centre is told from outside: flags first, then the environment, then defaults under which it runs at once.

import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../src-shared/base/problem.ts';
import { err, ok, type Result } from '../src-shared/base/result.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);

/** Names of the environment, in the order of a help page. */
const settings = z.object({
  /** Database file, blobs, uploads under way. */
  CASE_DESK_DATA: z.string().min(1).default('case-desk-centre'),
  /** `postgres://…`; empty for the embedded database in the data directory. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .or(z.literal(''))
    .default(''),
  /** The key that seals the centre's secrets; empty for `centre.key` in the data directory. */
  CASE_DESK_CENTRE_KEY_FILE: z.string().default(''),
  CASE_DESK_HOST: z.string().min(1).default('127.0.0.1'),
  CASE_DESK_PORT: port.default(7420),
  /** How desks reach the centre; for invitations. */
  CASE_DESK_URL: z.url().or(z.literal('')).default(''),
  /** PEM files; both or neither. */
  CASE_DESK_TLS_CERTIFICATE: z.string().default(''),
  CASE_DESK_TLS_KEY: z.string().default(''),
  CASE_DESK_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Connections to PostgreSQL of one process. */
  CASE_DESK_DATABASE_CONNECTIONS: count.max(500).default(20),
  /** Open connections of desks to one process. */
  CASE_DESK_CONNECTIONS: count.max(100_000).default(5_000),
  /** Requests that one device may make: a burst of as many, refilled within a minute. */
  CASE_DESK_REQUESTS_PER_MINUTE: count.max(1_000_000).default(1_200),
  /** Pushes that are taken in at one time; more are told to come back. */
  CASE_DESK_PUSHES: count.max(1_000).default(16),
  /** Bytes of one attachment. */
  CASE_DESK_BLOB_BYTES: count.default(2 * 1024 ** 3),
  /** Bytes of one bundle that a connected desk carries. */
  CASE_DESK_BUNDLE_BYTES: count.default(32 * 1024 ** 3),
  /** An S3-compatible service for attachments; empty for files in the data directory. */
  CASE_DESK_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default(''),
  CASE_DESK_S3_REGION: z.string().min(1).default('us-east-1'),
  CASE_DESK_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .or(z.literal(''))
    .default(''),
  /** What the names of all objects begin with. */
  CASE_DESK_S3_PREFIX: z
    .string()
    .regex(/^([\w-][\w.-]*\/)*[\w-][\w.-]*\/?$/)
    .or(z.literal(''))
    .default(''),
  CASE_DESK_S3_ACCESS_KEY: z.string().default(''),
  CASE_DESK_S3_SECRET_KEY: z.string().default(''),
  /** Where the name of the bucket stands in an address: in the path, or before the name of the host. */
  CASE_DESK_S3_ADDRESS: z.enum(['path', 'host']).default('path'),
  /** Entries of a log from which a new desk is given a snapshot. */
  CASE_DESK_SNAPSHOT_ENTRIES: count.default(5_000),
  /** s without a byte after which a connection is cut. */
  CASE_DESK_SILENCE: count.max(3_600).default(60),
});

export type Config = {
  readonly directory: string;
  /** Path of the file with the key that seals the centre's secrets. */
  readonly keyFile: string;
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** Null for files in the data directory. */
  readonly bucket: BucketSettings | null;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  readonly logLevel: z.infer<typeof settings>['CASE_DESK_LOG'];
  /** Entries of a log from which a new desk is given a snapshot. */
  readonly snapshotEntries: number;
  readonly limits: ServerLimits;
};

export type BucketSettings = {
  /** `https://…`; the service, without the bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or ending in `/`: what the names of all our objects begin with. */
  readonly prefix: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The bucket is part of the path, and not of the name of the host. */
  readonly isPathStyle: boolean;
};

/** Bytes that a bucket copies in one step (Amazon's limit, which others keep). */
const largestCopy = 5 * 1024 ** 3;

export type ServerLimits = {
  readonly connections: number;
  readonly requestsPerMinute: number;
  readonly pushesAtOnce: number;
  readonly blobBytes: number;
  readonly bundleBytes: number;
  /** ms. */
  readonly silence: number;
};

/** Reads settings by name; an empty value counts as not given. Values of secrets are never repeated in a problem. */
export function readConfig(given: Readonly<Record<string, string | undefined>>): Result<Config, Problem> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(filled);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '?');
    return err({ code: 'server_bad_setting', facts: { name, value: shown(name, filled[name]) } });
  }
  const values = parsed.data;
  const hasBoth = (values.CASE_DESK_TLS_CERTIFICATE === '') === (values.CASE_DESK_TLS_KEY === '');
  if (!hasBoth) return err({ code: 'server_bad_setting', facts: { name: 'CASE_DESK_TLS_KEY', value: '' } });
  const bucket = readBucket(values);
  return bucket.ok ? ok(toConfig(values, bucket.value)) : bucket;
}

const secrets = new Set([
  'DATABASE_URL',
  'CASE_DESK_S3_ENDPOINT',
  'CASE_DESK_S3_ACCESS_KEY',
  'CASE_DESK_S3_SECRET_KEY',
]);

function shown(name: string, value: string | undefined): string {
  return secrets.has(name) ? '…' : (value ?? '');
}

type Values = z.infer<typeof settings>;

/** All or nothing: with an endpoint, everything else that names and opens the bucket must be there. */
function readBucket(values: Values): Result<BucketSettings | null, Problem> {
  const wrong = (name: keyof Values, value: string) =>
    err<Problem>({ code: 'server_bad_setting', facts: { name, value } });
  const needed = [
    'CASE_DESK_S3_ENDPOINT',
    'CASE_DESK_S3_BUCKET',
    'CASE_DESK_S3_ACCESS_KEY',
    'CASE_DESK_S3_SECRET_KEY',
  ] as const;
  const missing = needed.find((name) => values[name] === '');
  if (missing !== undefined) return needed.every((name) => values[name] === '') ? ok(null) : wrong(missing, '');
  const { CASE_DESK_S3_PREFIX: prefix, CASE_DESK_BLOB_BYTES: bytes } = values;
  if (bytes > largestCopy) return wrong('CASE_DESK_BLOB_BYTES', String(bytes));
  return ok({
    endpoint: values.CASE_DESK_S3_ENDPOINT,
    region: values.CASE_DESK_S3_REGION,
    bucket: values.CASE_DESK_S3_BUCKET,
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
    accessKey: values.CASE_DESK_S3_ACCESS_KEY,
    secretKey: values.CASE_DESK_S3_SECRET_KEY,
    isPathStyle: values.CASE_DESK_S3_ADDRESS === 'path',
  });
}

function toConfig(values: Values, bucket: BucketSettings | null): Config {
  const certificate = values.CASE_DESK_TLS_CERTIFICATE;
  return {
    directory: values.CASE_DESK_DATA,
    keyFile: values.CASE_DESK_CENTRE_KEY_FILE || join(values.CASE_DESK_DATA, 'centre.key'),
    databaseUrl: values.DATABASE_URL === '' ? null : values.DATABASE_URL,
    databaseConnections: values.CASE_DESK_DATABASE_CONNECTIONS,
    bucket,
    host: values.CASE_DESK_HOST,
    port: values.CASE_DESK_PORT,
    publicUrl: values.CASE_DESK_URL === '' ? null : values.CASE_DESK_URL,
    tls: certificate === '' ? null : { certificate, key: values.CASE_DESK_TLS_KEY },
    logLevel: values.CASE_DESK_LOG,
    snapshotEntries: values.CASE_DESK_SNAPSHOT_ENTRIES,
    limits: {
      connections: values.CASE_DESK_CONNECTIONS,
      requestsPerMinute: values.CASE_DESK_REQUESTS_PER_MINUTE,
      pushesAtOnce: values.CASE_DESK_PUSHES,
      blobBytes: values.CASE_DESK_BLOB_BYTES,
      bundleBytes: values.CASE_DESK_BUNDLE_BYTES,
      silence: values.CASE_DESK_SILENCE * 1_000,
    },
  };
}
