/** Files never travel in one message; pages are cut before they grow this big. */
export const MESSAGE_LIMIT_BYTES = 4 * 1024 * 1024;
