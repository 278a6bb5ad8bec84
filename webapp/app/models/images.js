/** Of a file of a room: the address of its bytes, or with a size (`thumbnail`, `view`) of a smaller copy. */
export function addressOf(log, { id }, size = null) {
  return `api/rooms/${log}/files/${id}${size ? `?as=${size}` : ''}`;
}

export function isImage(file) {
  return file.width > 0;
}

/** The files of a row, if it has any, with the room they are of. */
export function filesOf(row) {
  const files = row.event ? row.event.body.files : row.files;
  return (files ?? []).map((file) => ({ ...file, log: row.event?.log ?? row.log }));
}

/** All images of a conversation, in its order. */
export function imagesOf(entries) {
  return entries.flatMap(filesOf).filter(isImage);
}

/** How large an image is shown that has to fit, and is never made larger. */
export function fitted({ width, height }, most) {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
