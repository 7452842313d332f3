/** Whether what is dragged are files. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

/** Files that are dropped where nothing takes them would be opened by the browser in the place of this page. */
export function takeDroppedFiles(
  take: (files: readonly File[], on: Element, event: DragEvent) => void,
): () => void {
  const onOver = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const { dataTransfer, target } = event
    if (!hasFiles(event) || event.defaultPrevented) return
    event.preventDefault()
    if (dataTransfer && target instanceof Element) take([...dataTransfer.files], target, event)
  }
  addEventListener('dragover', onOver)
  addEventListener('drop', onDrop)
  return () => {
    removeEventListener('dragover', onOver)
    removeEventListener('drop', onDrop)
  }
}
