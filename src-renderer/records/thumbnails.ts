// Makes small pictures inside the window's sandbox; the service never decodes what came from outside.

/** Longest side of a small picture in pixels. */
const longestSide = 320;
/** Pictures above this many pixels are not decoded: a small file can claim to be enormous. */
const mostPixels = 120_000_000;

/** A small picture of an image file; null when it is none, is too large, or cannot be read. */
export async function makeThumbnail(file: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|gif|bmp|avif)$/.test(file.type)) return null;
  const address = URL.createObjectURL(file);
  try {
    const picture = await loadPicture(address);
    return picture === null ? null : await drawSmall(picture);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function loadPicture(address: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  picture.decoding = 'async';
  return new Promise((resolve) => {
    picture.addEventListener(
      'load',
      () => resolve(picture.naturalWidth * picture.naturalHeight > mostPixels ? null : picture),
      { once: true },
    );
    picture.addEventListener('error', () => resolve(null), { once: true });
    picture.src = address;
  });
}

function drawSmall(picture: HTMLImageElement): Promise<File | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.naturalWidth, picture.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.resolve(null);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => resolve(blob === null ? null : new File([blob], 'thumbnail.jpg', { type: 'image/jpeg' })),
      'image/jpeg',
      0.8,
    );
  });
}
