/** Whether files are dragged, and not a text or a link. */
function hasFiles({ dataTransfer }) {
  return [...(dataTransfer?.types ?? [])].includes('Files');
}

/**
 * Lets files be dropped on an element. A file that is dropped where nobody takes it would replace the page.
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
