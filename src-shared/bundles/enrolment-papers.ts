// How a PC enters a centre with no network between them: a request that it makes, carried there, and an answer that is
// carried back. Both are bound to the one-time code, which itself is on no stick: whoever finds one can do nothing with it.

import { z } from 'zod';
import { bytesToHex, bytesToText, hexToBytes, sameBytes, textToBytes } from '../base/bytes.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Signer, Verify } from '../history/cryptography.ts';
import { messages } from '../sync/format/messages.ts';
import type { Hashing } from '../sync/format/scope-chain.ts';
import { hexShape, momentShape, scopeShape } from '../sync/format/shapes.ts';
import { deriveKey, hmacSha256 } from './keyed-hash.ts';

const { code: _code, proof: _proof, ...enrolFields } = messages.enrol.input.shape;

export const enrolmentRequestShape = z.object({
  type: z.literal('enrolment_request'),
  v: z.literal(1),
  ...enrolFields,
  /** The scope of the unit this PC was set up for. */
  scope: scopeShape,
  /** Blocks of record numbers, so that it can number from its first day (S40). */
  numbers: z.array(messages.numbers.input.omit({ protocol: true })).max(100),
  /** By the PC's own clock, ms since 1970. */
  at: momentShape,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestShape>;

export const enrolmentAnswerShape = z.object({
  type: z.literal('enrolment_answer'),
  v: z.literal(1),
  ...messages.enrol.output.shape,
  /** SHA-256 of the request it answers. */
  request: hexShape(32),
  /** Where the centre is reached if there is a network one day; empty where nobody has said so. */
  url: z.string().max(1_000),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerShape>;

const requestSeal = z.object({ proof: hexShape(64), code: hexShape(32) });
const answerSeal = z.object({ code: hexShape(32) });

/** Bytes of a request or an answer; more is refused unread. */
export const mostPaperBytes = 256 * 1024;

export type Invite = {
  /** See `inviteHash`. */
  readonly hash: Uint8Array;
  readonly hashing: Hashing;
};
export type Paper<Content> = {
  readonly content: Content;
  /** The bytes of its first line, which everything vouches for. */
  readonly bytes: Uint8Array;
};
export type RequestPaper = Paper<EnrolmentRequest> & { readonly code: string };
export type AnswerPaper = Paper<EnrolmentAnswer> & { readonly code: string };

/** Two lines: what is asked, and what vouches for it. */
export function writeRequest(request: EnrolmentRequest, signer: Signer, { hash, hashing }: Invite): Uint8Array {
  const bytes = textToBytes(JSON.stringify(request));
  const proof = bytesToHex(signer.sign(requestSigningBytes(bytes, hashing)));
  return twoLines(bytes, { proof, code: codeProof('request', bytes, hash, hashing) });
}

/** Form, and that whoever made it holds the key it names. Problem `enrolment_request_bad`. */
export function readRequest(file: Uint8Array, verify: Verify, hashing: Hashing): Result<RequestPaper, Problem> {
  const read = readPaper(file, enrolmentRequestShape, requestSeal);
  if (read === null) return err({ code: 'enrolment_request_bad' });
  const { content, bytes, seal } = read;
  const key = hexToBytes(content.publicKey);
  if (!verify(key, requestSigningBytes(bytes, hashing), hexToBytes(seal.proof)))
    return err({ code: 'enrolment_request_bad' });
  return ok({ content, bytes, code: seal.code });
}

export function writeAnswer(answer: EnrolmentAnswer, { hash, hashing }: Invite): Uint8Array {
  const bytes = textToBytes(JSON.stringify(answer));
  return twoLines(bytes, { code: codeProof('answer', bytes, hash, hashing) });
}

/** Form only. Problem `enrolment_answer_bad`. */
export function readAnswer(file: Uint8Array): Result<AnswerPaper, Problem> {
  const read = readPaper(file, enrolmentAnswerShape, answerSeal);
  return read === null ? err({ code: 'enrolment_answer_bad' }) : ok({ ...read, code: read.seal.code });
}

/** True where whoever wrote it knew the code, or at the centre its hash. */
export function isBoundTo(
  what: 'request' | 'answer',
  { bytes, code }: RequestPaper | AnswerPaper,
  { hash, hashing }: Invite,
): boolean {
  return sameBytes(textToBytes(code), textToBytes(codeProof(what, bytes, hash, hashing)));
}

/** How an answer names the request. */
export function requestHash({ bytes }: Paper<EnrolmentRequest>, { sha256 }: Hashing): string {
  return bytesToHex(sha256(bytes));
}

function codeProof(what: 'request' | 'answer', bytes: Uint8Array, hash: Uint8Array, hashing: Hashing): string {
  return bytesToHex(hmacSha256(deriveKey(hash, `case-desk enrolment ${what} 1`, hashing), bytes, hashing));
}

function requestSigningBytes(bytes: Uint8Array, { sha256 }: Hashing): Uint8Array {
  return textToBytes(`case-desk enrolment request 1\n${bytesToHex(sha256(bytes))}`);
}

function twoLines(bytes: Uint8Array, seal: object): Uint8Array {
  return textToBytes(`${bytesToText(bytes)}\n${JSON.stringify(seal)}\n`);
}

function readPaper<Content, Seal>(file: Uint8Array, content: z.ZodType<Content>, seal: z.ZodType<Seal>) {
  if (file.length > mostPaperBytes) return null;
  try {
    const [first = '', second = ''] = bytesToText(file).split('\n');
    const said = content.safeParse(JSON.parse(first));
    const vouched = seal.safeParse(JSON.parse(second));
    const isRead = said.success && vouched.success;
    return isRead ? { content: said.data, bytes: textToBytes(first), seal: vouched.data } : null;
  } catch {
    return null; // Neither UTF-8 nor JSON; the caller names the paper.
  }
}
