/** First argument of the threads that build several issues at once; nobody types it. */
export const WORKER = '--worker-thread'
