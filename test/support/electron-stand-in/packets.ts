// What travels between the stand-in of `utilityProcess` and its child: messages, and what happens on ports handed over,
// since Node cannot send a port to another process.

export type Packet =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port-data'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly port: number };

export function isPacket(value: unknown): value is Packet {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
