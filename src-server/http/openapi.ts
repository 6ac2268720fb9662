// The contract as an OpenAPI 3.1 document, for programs other than the desk.

import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { centralContract } from '../../src-shared/contract/central.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';

/** Where the calls are, under the address of the centre. */
export const callPrefix = '/sync/v1';

export function makeOpenApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(centralContract, {
    info: { title: 'Case Desk centre', version: String(protocolVersion) },
    servers: [{ url: callPrefix }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ token: [] }],
  });
}
