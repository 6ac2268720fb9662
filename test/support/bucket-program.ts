// A small S3-compatible service as a process of its own, for tests: one bucket in a directory, path-style, only what the
// centre uses of it, with the rules that matter: signatures named, parts of at least 5 MiB but the last, errors in XML.
// Arguments: directory, port, bucket, access key.

import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const [directory = '', port = '0', bucket = '', accessKey = ''] = process.argv.slice(2);
const objects = join(directory, 'objects');
const parts = join(directory, 'parts');
for (const folder of [objects, parts]) mkdirSync(folder, { recursive: true });
const smallestPart = 5 * 1024 * 1024;

class Fault extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly key: string;
  readonly query: URLSearchParams;
};

const nameOf = (key: string) => encodeURIComponent(key);
const pathOf = (key: string) => join(objects, nameOf(key));
const etagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whole or not at all, as a bucket does. */
function put(path: string, bytes: Uint8Array): void {
  const unfinished = join(directory, `unfinished-${randomBytes(6).toString('hex')}`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}

function checkSignature({ headers }: IncomingMessage): void {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([\w-]+)\/s3\/aws4_request, SignedHeaders=[\w;-]+, Signature=[0-9a-f]{64}$/.exec(
      headers.authorization ?? '',
    );
  if (found === null || headers['x-amz-date'] === undefined) throw new Fault(403, 'AccessDenied');
  if (found[1] !== accessKey) throw new Fault(403, 'InvalidAccessKeyId');
}

function sendXml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
}

function folderOfUpload({ query }: Asked): string {
  const folder = join(parts, nameOf(query.get('uploadId') ?? ''));
  if (!existsSync(join(folder, 'key'))) throw new Fault(404, 'NoSuchUpload');
  return folder;
}

function partsIn(folder: string): readonly { readonly number: number; readonly path: string }[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ number: Number(name), path: join(folder, name) }))
    .toSorted((left, right) => left.number - right.number);
}

function createUpload({ response, key }: Asked): void {
  const id = randomBytes(12).toString('hex');
  mkdirSync(join(parts, id));
  writeFileSync(join(parts, id, 'key'), key);
  sendXml(
    response,
    `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${escaped(key)}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
  );
}

async function putPart(asked: Asked): Promise<void> {
  const folder = folderOfUpload(asked);
  const bytes = await buffer(asked.request);
  put(join(folder, asked.query.get('partNumber') ?? '0'), bytes);
  asked.response.setHeader('etag', etagOf(bytes)).end();
}

function listParts(asked: Asked): void {
  const listed = partsIn(folderOfUpload(asked)).map(
    ({ number, path }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${escaped(etagOf(readFileSync(path)))}</ETag><Size>${statSync(path).size}</Size></Part>`,
  );
  sendXml(asked.response, `<ListPartsResult>${listed.join('')}<IsTruncated>false</IsTruncated></ListPartsResult>`);
}

async function complete(asked: Asked): Promise<void> {
  const folder = folderOfUpload(asked);
  const wanted = Array.from(
    (await buffer(asked.request)).toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g),
    (match) => Number(match[1]),
  );
  const chosen = partsIn(folder).filter(({ number }) => wanted.includes(number));
  if (chosen.length === 0 || chosen.length !== wanted.length) throw new Fault(400, 'InvalidPart');
  if (chosen.slice(0, -1).some(({ path }) => statSync(path).size < smallestPart))
    throw new Fault(400, 'EntityTooSmall');
  put(pathOf(asked.key), Buffer.concat(chosen.map(({ path }) => readFileSync(path))));
  rmSync(folder, { recursive: true });
  sendXml(
    asked.response,
    `<CompleteMultipartUploadResult><Key>${escaped(asked.key)}</Key><ETag>"x"</ETag></CompleteMultipartUploadResult>`,
  );
}

function copy({ request, response, key }: Asked): void {
  const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(`${bucket}/`, '');
  if (!existsSync(pathOf(source))) throw new Fault(404, 'NoSuchKey');
  put(pathOf(key), readFileSync(pathOf(source)));
  if (existsSync(`${pathOf(source)}.meta`)) put(`${pathOf(key)}.meta`, readFileSync(`${pathOf(source)}.meta`));
  sendXml(response, '<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>');
}

async function putObject({ request, response, key }: Asked): Promise<void> {
  const bytes = await buffer(request);
  const metadata = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  put(`${pathOf(key)}.meta`, Buffer.from(JSON.stringify(metadata)));
  put(pathOf(key), bytes);
  response.setHeader('etag', etagOf(bytes)).end();
}

function getObject({ request, response, key }: Asked): void {
  const path = pathOf(key);
  if (!existsSync(path)) throw new Fault(404, 'NoSuchKey');
  const { size, mtime } = statSync(path);
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const start = range === null ? 0 : Number(range[1]);
  const end = range === null ? size - 1 : Math.min(Number(range[2]), size - 1);
  const metadata: unknown = existsSync(`${path}.meta`) ? JSON.parse(readFileSync(`${path}.meta`, 'utf8')) : [];
  for (const [name, value] of Array.isArray(metadata) ? metadata : []) response.setHeader(String(name), String(value));
  response.writeHead(range === null ? 200 : 206, {
    'content-length': end - start + 1,
    'last-modified': mtime.toUTCString(),
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  else createReadStream(path, { start, end }).pipe(response);
}

function list({ response, query }: Asked): void {
  const keys = readdirSync(objects)
    .filter((name) => !name.endsWith('.meta'))
    .map(decodeURIComponent)
    .filter((key) => key.startsWith(query.get('prefix') ?? ''));
  const listed = keys.map(
    (key) =>
      `<Contents><Key>${escaped(key)}</Key><LastModified>${statSync(pathOf(key)).mtime.toISOString()}</LastModified><Size>${statSync(pathOf(key)).size}</Size></Contents>`,
  );
  sendXml(
    response,
    `<ListBucketResult><KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${listed.join('')}</ListBucketResult>`,
  );
}

function remove(asked: Asked): void {
  if (asked.query.has('uploadId')) rmSync(folderOfUpload(asked), { recursive: true });
  else for (const path of [pathOf(asked.key), `${pathOf(asked.key)}.meta`]) rmSync(path, { force: true });
  asked.response.writeHead(204).end();
}

function answer(asked: Asked): void | Promise<void> {
  const { request, query, key } = asked;
  switch (request.method) {
    case 'POST':
      return query.has('uploads') ? createUpload(asked) : complete(asked);
    case 'PUT':
      if (query.has('partNumber')) return putPart(asked);
      return request.headers['x-amz-copy-source'] === undefined ? putObject(asked) : copy(asked);
    case 'GET':
      if (key === '') return list(asked);
      return query.has('uploadId') ? listParts(asked) : getObject(asked);
    case 'HEAD':
      return getObject(asked);
    case 'DELETE':
      return remove(asked);
    default:
      throw new Fault(405, 'MethodNotAllowed');
  }
}

const server = createServer((request, response) => {
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://bucket');
  const [, named = '', ...rest] = pathname.split('/');
  const answering = async () => {
    checkSignature(request);
    if (named !== bucket) throw new Fault(404, 'NoSuchBucket');
    await answer({ request, response, query, key: decodeURIComponent(rest.join('/')) });
  };
  answering().catch((error: unknown) => {
    const { status, code } = error instanceof Fault ? error : new Fault(500, 'InternalError');
    request.resume();
    sendXml(response, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status);
  });
});
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
