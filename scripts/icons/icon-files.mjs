// The two formats that hold one icon in many sizes. Both take PNG pictures as they are.

/**
 * A Windows icon: a directory of 16 bytes for each picture, then the pictures.
 * @param {readonly { readonly size: number, readonly png: Buffer }[]} pictures each at most 256 pixels
 */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [position, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * position;
    // A byte holds no 256: zero stands for it.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Type of each picture in an Apple icon, and its pixels; the second name of a size is the one for fine screens. */
const appleTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * An Apple icon: chunks of type, length and picture.
 * @param {(size: number) => Buffer} pictureOf
 */
export function icnsOf(pictureOf) {
  const chunks = appleTypes.map(([type, size]) => chunkOf(type, pictureOf(size)));
  return chunkOf('icns', Buffer.concat(chunks));
}

/** @param {string} type @param {Buffer} bytes */
function chunkOf(type, bytes) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}
