/** Pages are cut before they grow this big. */
export const MESSAGE_LIMIT_BYTES = 4 * 1024 * 1024;

/** A whole file of 20 MiB with what surrounds it: only what a server declares as `large` may be sent one. */
export const LARGEST_FILE_MESSAGE_BYTES = 21 * 1024 * 1024;
