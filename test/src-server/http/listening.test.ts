// How the centre listens: with certificates, cutting off who is silent, and letting what is under way come to its end.

import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../src-server/main.ts';
import { station } from '../../support/central-calls.ts';
import { problemOf } from '../../support/ok-value.ts';
import { startCentre, testConfig } from '../../support/running-centre.ts';

/** For tests on this machine only; good for a hundred years. */
const certificate = fileURLToPath(new URL('../../support/tls/test-certificate.pem', import.meta.url));
const key = fileURLToPath(new URL('../../support/tls/test-key.pem', import.meta.url));

describe('the centre as it listens', () => {
  it('speaks TLS with the certificate it was given', async () => {
    const centre = await startCentre({ CASE_DESK_TLS_CERTIFICATE: certificate, CASE_DESK_TLS_KEY: key });
    expect(centre.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      const asking = request(`${centre.url}/health`, { ca: readFileSync(certificate) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.once('error', reject);
      asking.end();
    });
    expect(status).toBe(200);
  });

  it('refuses to start with a file that is no certificate, or on an address that is taken', async () => {
    const broken = testConfig({ CASE_DESK_TLS_CERTIFICATE: key, CASE_DESK_TLS_KEY: key });
    expect(problemOf(await serve(broken))).toEqual({ code: 'server_bad_certificate', facts: { path: key } });
    const centre = await startCentre();
    const port = new URL(centre.url).port;
    const second = await serve({ ...testConfig(), port: Number(port) });
    expect(problemOf(second)).toEqual({ code: 'server_port_in_use', facts: { address: `127.0.0.1:${port}` } });
  });

  it('cuts off a client that says nothing', async () => {
    const centre = await startCentre({ CASE_DESK_SILENCE: '1' });
    const { hostname, port } = new URL(centre.url);
    const began = Date.now();
    await new Promise<void>((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        socket.write('POST /sync/v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslow');
      });
      socket.resume();
      socket.once('error', reject);
      socket.once('close', () => resolve());
    });
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('answers what it has begun before it stops, and nothing after', async () => {
    const centre = await startCentre();
    await centre.addScope(station);
    const desk = await centre.desk(station);
    const changes = desk.write(
      station,
      Array.from({ length: 300 }, (_, index) => `r${index}`),
    );
    const pushed = desk.push(station, changes);
    // The request is on its way in when the stop comes.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const stopped = centre.stop();
    const answer = await pushed.catch((error: unknown) => error);
    await stopped;
    expect(answer).toMatchObject({ verdicts: { length: 300 } });
    await expect(fetch(`${centre.url}/health`)).rejects.toThrow();
  });
});
