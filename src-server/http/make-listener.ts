// The listening server below everything: plain or with certificates, and cutting off who is slow or silent.

import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ServerLimits } from '../config.ts';

export type Certificates = { readonly certificate: Buffer; readonly key: Buffer };

/** Reads the PEM files named in the settings. */
export function readCertificates(files: {
  readonly certificate: string;
  readonly key: string;
}): Result<Certificates, Problem> {
  const read = { certificate: readOrNull(files.certificate), key: readOrNull(files.key) };
  if (read.certificate === null) return err({ code: 'server_bad_certificate', facts: { path: files.certificate } });
  if (read.key === null) return err({ code: 'server_bad_certificate', facts: { path: files.key } });
  const certificates = { certificate: read.certificate, key: read.key };
  try {
    createSecureServer({ cert: certificates.certificate, key: certificates.key }).close();
    return ok(certificates);
  } catch {
    return err({ code: 'server_bad_certificate', facts: { path: files.certificate } }); // Not a pair, or not PEM.
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // Missing or not readable; the caller names the file.
  }
}

export function makeListener(
  listener: RequestListener,
  limits: ServerLimits,
  certificates: Certificates | null,
): Server {
  const options = {
    // A slow network may take minutes over a push; silence is what cuts a connection, and a head that never ends.
    requestTimeout: 15 * 60_000,
    headersTimeout: 20_000,
    keepAliveTimeout: 75_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
  };
  const server =
    certificates === null
      ? createServer(options, listener)
      : createSecureServer(
          { ...options, cert: certificates.certificate, key: certificates.key, minVersion: 'TLSv1.2' },
          listener,
        );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silence, (socket) => socket.destroy());
  return server;
}
