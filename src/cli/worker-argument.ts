/** First argument of the threads that build several issues at once; nobody types it. */
export const WORKER = '--worker-thread'
/** The same for the thread that sets a preview's pages. */
export const PREVIEW = '--preview-thread'
