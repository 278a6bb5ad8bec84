/** Whether files are dragged, and not a text or a link. */
function hasFiles({ dataTransfer }) {
  return [...(dataTransfer?.types ?? [])].includes('Files');
}

/**
 * Lets files be dropped on an element.
 * @param onFiles is given them
 * @param onOver is told whether some are held over it
 */
export function dropping(onFiles, onOver) {
  const take = (event, isOver) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onOver(isOver);
  };
  return {
    over: (event) => take(event, true),
    leave: (event) => !event.currentTarget.contains(event.relatedTarget) && onOver(false),
    drop: (event) => {
      take(event, false);
      const { files } = event.dataTransfer;
      if (files.length > 0) onFiles(files);
    },
  };
}

/** A file that is dropped where nobody takes it would replace the page. */
export function refuseOtherDrops(options) {
  const refuse = (event) => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  for (const type of ['dragover', 'drop']) addEventListener(type, refuse, options);
}
